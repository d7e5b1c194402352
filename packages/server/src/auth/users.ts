import type { Store } from "@annalist/store";
import { checkPassword, hashPassword, SHORTEST } from "./passwords.ts";

export const ROLES = ["viewer", "coder", "admin"] as const;
/** A viewer reads; a coder decides too; an admin keeps the users. */
export type Role = (typeof ROLES)[number];

export interface User {
  name: string;
  role: Role;
}
interface StoredUser extends User {
  hash: string;
}
const KIND = "user";

/** Whether a role includes another. */
export const atLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** Makes a user, or gives one another role or password. Throws a RangeError that says what is wrong with name or password. */
export async function putUser(store: Store, { name, role }: User, password: string): Promise<void> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name))
    throw new RangeError(`“${name}” cannot be a user’s name: letters, digits, dots and dashes are, 64 at most`);
  if (password.length < SHORTEST || password.length > 1000)
    throw new RangeError(`the password must have ${SHORTEST} to 1000 characters; this one has ${password.length}`);
  await store.putDocument(KIND, name, { name, role, hash: await hashPassword(password) } satisfies StoredUser);
}

export async function listUsers(store: Store): Promise<User[]> {
  const found = await store.documents<StoredUser>(KIND);
  return found.map(({ value: { name, role } }) => ({ name, role }));
}

export async function removeUser(store: Store, name: string): Promise<boolean> {
  for (const { key, value } of await store.documents<{ name: string }>("session"))
    if (value.name === name) await store.deleteDocument("session", key);
  return store.deleteDocument(KIND, name);
}

export const getUser = async (store: Store, name: string): Promise<User | undefined> => {
  const found = await store.getDocument<StoredUser>(KIND, name);
  return found && { name: found.name, role: found.role };
};

/** A hash of nobody's password: a name that does not exist takes as long to refuse as one that does. */
const nobody = hashPassword("nobody’s password");

/** The user whose name and password these are. */
export async function authenticate(store: Store, name: string, password: string): Promise<User | undefined> {
  const found = await store.getDocument<StoredUser>(KIND, name);
  const right = await checkPassword(password, found?.hash ?? (await nobody));
  return right && found ? { name: found.name, role: found.role } : undefined;
}
