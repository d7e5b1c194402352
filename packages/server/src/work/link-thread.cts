// The pool's way into the thread that links; see thread.cts for why it is not the worker itself.
const worker = import("./link-worker.ts");
export = async (place: unknown): Promise<unknown> => (await worker).default(place as string);
