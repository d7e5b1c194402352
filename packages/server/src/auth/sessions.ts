import { createHash, randomBytes } from "node:crypto";
import type { Store } from "@annalist/store";

const KIND = "session";
/** How long a session lasts, milliseconds: a working day. */
export const LASTS = 12 * 3600 * 1000;

interface Session {
  name: string;
  csrf: string;
  until: number;
}

/** The store keeps a hash of the token only: who reads the store cannot become anybody. */
const keyOf = (token: string) => createHash("sha256").update(token).digest("base64url");

export async function openSession(store: Store, name: string, now: number): Promise<{ token: string; csrf: string }> {
  const token = randomBytes(32).toString("base64url");
  const csrf = randomBytes(24).toString("base64url");
  await store.putDocument(KIND, keyOf(token), { name, csrf, until: now + LASTS } satisfies Session);
  return { token, csrf };
}

export async function findSession(store: Store, token: string, now: number): Promise<Session | undefined> {
  const found = await store.getDocument<Session>(KIND, keyOf(token));
  if (found && found.until <= now) await store.deleteDocument(KIND, keyOf(token));
  return found && found.until > now ? found : undefined;
}

export const closeSession = async (store: Store, token: string): Promise<void> => {
  await store.deleteDocument(KIND, keyOf(token));
};

/** The value of a cookie of a request's header. */
export function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
