import type { PloverType } from "@annalist/core";
import { ask, query } from "./client.ts";

export interface QueueItem {
  report: string;
  event: string;
  incident: string;
  title: string;
  type: PloverType;
  mode?: string;
  words: string;
  confidence: number;
  score: number;
  reasons: string[];
  judged: number;
}
export interface Agreement {
  coders: string[];
  fields: { field: string; units: number; agreed: number; alpha?: number }[];
  disagreements: { report: string; event: string; field: string; values: { who: string; value: string }[]; settled?: string }[];
}
export interface Suggestion {
  file: string;
  what: string;
  count: number;
  examples: { report: string; event: string }[];
}
export interface PlaceFound {
  name: string;
  gazetteer?: string;
  latitude: number;
  longitude: number;
  country?: string;
  admin1?: string;
  precision: string;
}

export const fetchQueue = (given: { blind: boolean; as: string }, signal?: AbortSignal) =>
  ask<{ items: QueueItem[]; total: number }>(`/review${query({ ...given, limit: 200 })}`, { signal });
export const fetchAgreement = (signal?: AbortSignal) => ask<Agreement>("/review/agreement", { signal });
export const fetchSuggestions = (signal?: AbortSignal) => ask<{ items: Suggestion[] }>("/review/suggestions", { signal });
export const findPlaces = (q: string, signal?: AbortSignal) => ask<{ items: PlaceFound[] }>(`/places${query({ q })}`, { signal });
