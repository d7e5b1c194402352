import type { Actor, ActorRow, Network, Page } from "@annalist/server/api";
import { ask, query } from "./client.ts";

export type { Actor, ActorRow, Network } from "@annalist/server/api";

export const fetchActors = (given: { q?: string; after?: string | undefined; limit?: number }, signal?: AbortSignal) =>
  ask<Page<ActorRow>>(`/actors${query(given)}`, { signal });
export const fetchActor = (key: string, signal?: AbortSignal) => ask<Actor>(`/actors/${encodeURIComponent(key)}`, { signal });
export const fetchNetwork = (limit: number, signal?: AbortSignal) =>
  ask<Network>(`/actors/network${query({ limit })}`, { signal });
