import type { Keeper, Role } from "../../packages/server/src/index.ts";
import type { Store } from "../../packages/store/src/index.ts";

export const USERS: { name: string; role: Role; password: string }[];
export function decideSome(desk: { store: Store; keeper: Keeper }): Promise<void>;
