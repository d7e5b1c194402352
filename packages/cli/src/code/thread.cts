// The pool's way into a thread. The pool takes its file in by `require`, and Node 20 aborts the whole process when a thread is
// stopped while `require` links ES modules, as happens when a short run ends before all threads are up; `import` may be stopped.
const worker = import("./worker.ts");
export = async (batch: unknown[]): Promise<unknown> => (await worker).default(batch as never);
