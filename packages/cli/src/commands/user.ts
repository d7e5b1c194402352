import type { Command } from "commander";
import { UsageError } from "../exit.ts";
import { openAt, placeOf, type StoreOptions, storeOption } from "../store.ts";

/** `annalist user`: who may sign in. */
export function userCommand(program: Command): void {
  const user = program.command("user").description("who may sign in to a desk that others can reach");
  storeOption(user.command("add"))
    .description("make a user, or give one another role or password; the password is read from standard input")
    .argument("<name>")
    .option("--role <role>", "viewer, coder or admin", "coder")
    .action(async (name: string, { role, ...options }: StoreOptions & { role: string }) => {
      const { putUser, ROLES } = await import("@annalist/server");
      const known = ROLES.find((each) => each === role);
      if (!known) throw new UsageError(`--role ${role}: one of ${ROLES.join(", ")} is wanted`);
      if (process.stdin.isTTY) process.stderr.write("Password (it is shown as you type; pipe it in to keep it unseen): ");
      const password = (await firstLine(process.stdin)) ?? "";
      const store = await openAt(options, "making");
      try {
        await putUser(store, { name, role: known }, password);
        console.log(`${name} is a ${known} of ${store.location}.`);
      } catch (error) {
        throw error instanceof RangeError ? new UsageError(error.message) : error;
      } finally {
        await store.close();
      }
    });
  storeOption(user.command("list"))
    .description("the users and their roles")
    .action(async (options: StoreOptions) => {
      const { listUsers } = await import("@annalist/server");
      const store = await openAt(options, "writing");
      for (const { name, role } of await listUsers(store)) console.log(`${name}\t${role}`);
      await store.close();
    });
  storeOption(user.command("remove"))
    .description("remove a user and end their sessions")
    .argument("<name>")
    .action(async (name: string, options: StoreOptions) => {
      const { removeUser } = await import("@annalist/server");
      const store = await openAt(options, "writing");
      const removed = await removeUser(store, name);
      await store.close();
      if (!removed) throw new UsageError(`${name}: no such user in ${placeOf(options)} (annalist user list)`);
    });
}

async function firstLine(stream: AsyncIterable<Buffer | string>): Promise<string | undefined> {
  let words = "";
  for await (const chunk of stream) {
    words += chunk;
    if (words.includes("\n")) break;
  }
  return words.split(/\r?\n/)[0];
}
