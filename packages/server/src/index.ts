export { type AppOptions, createApp } from "./app.ts";
export { listUsers, putUser, ROLES, type Role, removeUser } from "./auth/users.ts";
export { type ServeOptions, type Serving, serve } from "./serve.ts";
export { createKeeper, type Keeper, type Progress } from "./work/keeper.ts";
