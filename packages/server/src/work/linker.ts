import { Piscina } from "piscina";

/** Links a store anew in a thread of its own: over a large record that takes a while, and nobody else is kept waiting. */
export interface Linker {
  link(): Promise<void>;
  close(): Promise<void>;
}

/** `place` is where the store lies, as `openStore` takes it. */
export function createLinker(place: string): Linker {
  const pool = new Piscina({
    filename: new URL("./link-thread.cjs", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
  });
  return { link: () => pool.run(place), close: () => pool.destroy() };
}
