export interface FirstView {
  /** Milliseconds from the address to rows in the table. */
  ms: number;
  painted: number | undefined;
  /** Bytes, gzipped, of all files but the API's answers. */
  gz: number;
  /** Of these the map's. */
  map: number;
  files: { path: string; gz: number; raw: number }[];
}
export function firstView(address: string, executablePath: string): Promise<FirstView>;
export function measureFirstView(address: string, executablePath: string): Promise<FirstView>;
