import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "@annalist/store";
import { createApp } from "./app.ts";
import { listUsers } from "./auth/users.ts";
import { isLoopback } from "./http/headers.ts";
import { createCoder } from "./work/coder.ts";
import { createKeeper, type Keeper } from "./work/keeper.ts";
import { createLinker } from "./work/linker.ts";

export interface ServeOptions {
  store: Store;
  /** Where it lies, as `openStore` took it. */
  place: string;
  port: number;
  host: string;
}

export interface Serving {
  /** Where the desk is: "http://127.0.0.1:8017". */
  address: string;
  keeper: Keeper;
  close(): Promise<void>;
}

/** Serves API and desk. Beyond loopback it demands users; throws when there is none, or the port is taken. */
export async function serve({ store, place, port, host }: ServeOptions): Promise<Serving> {
  const local = isLoopback(host);
  if (!local && (await listUsers(store)).length === 0)
    throw new Error(
      `--host ${host}: others could reach the desk, and it has no users yet. Make one first: annalist user add NAME --role admin --store …`,
    );
  const coder = createCoder();
  const linker = createLinker(place);
  const keeper = createKeeper({ store, code: coder.code, link: linker.link, complain: (error) => console.error(error) });
  const app = await createApp({ store, keeper, code: coder.code, local, files: filesHere() });
  try {
    const address = await app.listen({ port, host, backlog: 2048 });
    // The first reader need not wait until the columns of a large record are read.
    void store.countIncidents().catch(() => {});
    return {
      address: local ? address.replace("[::1]", "localhost") : address,
      keeper,
      async close() {
        await app.close();
        await keeper.idle();
        await Promise.all([coder.close(), linker.close()]);
      },
    };
  } catch (error) {
    await app.close();
    await Promise.all([coder.close(), linker.close()]);
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE") throw new Error(`--port ${port}: something else listens there; take another with --port`);
    throw error;
  }
}

/** The built app beside this package, and the data of English. */
function filesHere() {
  const packages = fileURLToPath(new URL("../..", import.meta.url));
  const english = dirname(dirname(fileURLToPath(import.meta.resolve("@annalist/english"))));
  return { web: join(packages, "web/dist"), english: join(english, "data") };
}
