import type { EntityKind } from "@annalist/core";
import { ask, type Page, query } from "./client.ts";
import type { Count } from "./incidents.ts";

export interface ActorRow {
  key: string;
  name: string;
  kind: EntityKind;
  country?: string;
  sector?: string;
  reports: number;
}
export interface Actor extends ActorRow {
  aliases: Count[];
  dyads: { other: string; name: string; role: "actor" | "recipient"; incidents: number }[];
  activity: { period: string; incidents: number }[];
}
export interface Network {
  actors: ActorRow[];
  ties: { from: string; to: string; incidents: number }[];
}

export const fetchActors = (given: { q?: string; after?: string | undefined; limit?: number }, signal?: AbortSignal) =>
  ask<Page<ActorRow>>(`/actors${query(given)}`, { signal });
export const fetchActor = (key: string, signal?: AbortSignal) => ask<Actor>(`/actors/${encodeURIComponent(key)}`, { signal });
export const fetchNetwork = (limit: number, signal?: AbortSignal) =>
  ask<Network>(`/actors/network${query({ limit })}`, { signal });
