import { StoreError } from "../store.ts";

const NETWORK: Record<string, string> = {
  ECONNREFUSED: "nothing answers there; is the server running, and the port right?",
  ENOTFOUND: "no such host; check the name",
  ETIMEDOUT: "no answer in time; check host, port and firewall",
  ECONNRESET: "the connection broke; run it again, it goes on where it stopped",
  EAI_AGAIN: "the name cannot be looked up; check the network",
};

/** What the server says, with the remedy; other errors pass as they are. Codes: PostgreSQL, appendix A. */
export function explain(error: unknown, location: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const { code = "", message } = error as Error & { code?: string };
  if (NETWORK[code]) return new StoreError("unreachable", `${location}: ${NETWORK[code]}`);
  if (/^(08|57P0)/.test(code) || /Connection terminated|timeout exceeded when trying to connect/i.test(message))
    return new StoreError(
      "unreachable",
      `${location}: the server ended the connection (${message}); run it again, it goes on where it stopped`,
    );
  if (/^28/.test(code))
    return new StoreError("unreachable", `${location}: the server does not let us in (${message}); check user and password`);
  if (code === "3D000") return new StoreError("missing", `${location}: no such database; make it first: createdb NAME`);
  if (code === "42501" || code === "25006")
    return new StoreError(
      "read-only",
      `${location}: not allowed to write (${message}); ask for the rights, or name another store`,
    );
  if (/^53/.test(code))
    return new StoreError("full", `${location}: the server is out of space, memory or connections (${message})`);
  if (code === "XX001" || code === "XX002")
    return new StoreError("damaged", `${location}: the server finds damaged data (${message})`);
  return error;
}
