import type { Agreement, PlaceCandidate, QueueItem, Suggestion } from "@annalist/server/api";
import { ask, query } from "./client.ts";

export type { Agreement, QueueItem } from "@annalist/server/api";

export const fetchQueue = (given: { blind: boolean; as: string }, signal?: AbortSignal) =>
  ask<{ items: QueueItem[]; total: number }>(`/review${query({ ...given, limit: 100 })}`, { signal });
export const fetchAgreement = (signal?: AbortSignal) => ask<Agreement>("/review/agreement", { signal });
export const fetchSuggestions = (signal?: AbortSignal) => ask<{ items: Suggestion[] }>("/review/suggestions", { signal });
export const findPlaces = (q: string, signal?: AbortSignal) =>
  ask<{ items: PlaceCandidate[] }>(`/places${query({ q })}`, { signal });
