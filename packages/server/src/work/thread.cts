// The pool's way into a thread that codes. The pool takes its file in by `require`, and Node 20 aborts the whole process when a
// thread is stopped while `require` links ES modules, as happens when a server is shut down early; `import` may be stopped.
const worker = import("./worker.ts");
export = async (report: unknown): Promise<unknown> => (await worker).default(report as never);
