export { actorKey } from "./actors.ts";
export { eventOf } from "./decisions.ts";
export { isPostgres, type OpenOptions, openStore } from "./open.ts";
export { judgementsOf, relink } from "./relink.ts";
export * from "./store.ts";
