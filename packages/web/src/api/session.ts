import type { AuditEntry, User } from "@annalist/server/api";
import { ask } from "./client.ts";

export type { Role } from "@annalist/server/api";

export interface Session {
  user?: User;
  /** No account is needed: the desk is on this machine only. */
  local: boolean;
}
export const fetchSession = () => ask<Session>("/session");
export const signIn = (name: string, password: string) => ask<Session>("/session", { method: "POST", body: { name, password } });
export const signOut = () => ask<void>("/session", { method: "DELETE" });
export const fetchUsers = () => ask<{ items: User[] }>("/users");
export const putUser = ({ name, role, password }: User & { password: string }) =>
  ask<User>(`/users/${encodeURIComponent(name)}`, { method: "PUT", body: { role, password } });
export const removeUser = (name: string) => ask<void>(`/users/${encodeURIComponent(name)}`, { method: "DELETE" });
export const fetchAudit = () => ask<{ items: AuditEntry[] }>("/audit");
