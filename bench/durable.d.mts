export interface Content {
  reports: number;
  versions: number;
  analyses: number;
  events: number;
  actors: number;
  sha256: string;
  faults: string[];
}
export interface Run {
  code: number | null;
  signal: string | null;
  out: string;
}
export function reportsOf(count: number, from?: number): { id: string; text: string; published: string; outlet: string }[];
export function annalistRun(args: string[], after?: number, env?: Record<string, string>): Promise<Run>;
export function contentOf(location: string): Promise<Content>;
export function killAndResume(options: {
  reports: number;
  kills: number;
  undisturbed: string;
  disturbed: string;
  seed?: number;
}): Promise<{ whole: Run; last: Run; expected: Content; found: Content }>;
export default function bench(): Promise<void>;
