import { randomBytes } from "node:crypto";
import type { Store } from "@annalist/store";

/** What is noted of accounts: who signed in, who was refused, who made whom. Decisions have a log of their own in the store. */
export interface AuditEntry {
  at: string;
  what: "signed-in" | "refused" | "signed-out" | "user-put" | "user-removed" | "report-added" | "exported";
  who: string;
  from: string;
  note?: string;
}
const KIND = "audit";

/** Appends; keys sort by time. */
export async function note(store: Store, entry: Omit<AuditEntry, "at">): Promise<void> {
  const at = new Date().toISOString();
  await store.putDocument(KIND, `${at}~${randomBytes(4).toString("hex")}`, { at, ...entry } satisfies AuditEntry);
}

/** Newest first. */
export async function auditLog(store: Store): Promise<AuditEntry[]> {
  const found = await store.documents<AuditEntry>(KIND);
  return found
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .slice(0, 1000)
    .map(({ value }) => value);
}
