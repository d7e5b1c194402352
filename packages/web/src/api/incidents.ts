import type { Claim, Incident, PloverType, Precision } from "@annalist/core";
import { ask, type Page, query } from "./client.ts";
import type { Decision } from "./decisions.ts";
import type { Hit, ReportItem } from "./reports.ts";

/** What the list, the map and the timeline are narrowed by, as it stands in the address. */
export interface Filters {
  q?: string;
  type?: string[];
  status?: string[];
  actor?: string[];
  country?: string[];
  bbox?: string;
  from?: string;
  to?: string;
  killed?: string;
  origins?: string;
  order?: string;
}

export interface IncidentRow {
  id: string;
  type: PloverType;
  mode?: string;
  status: Incident["status"];
  earliest?: string;
  latest?: string;
  place?: string;
  country?: string;
  latitude?: number;
  longitude?: number;
  precision?: Precision;
  actors: string[];
  recipients: string[];
  killed?: { low: number; high: number };
  injured?: { low: number; high: number };
  origins: number;
  reports: number;
  hit?: Hit;
}

export interface Count {
  value: string;
  label?: string;
  count: number;
}
export interface Facets {
  total: number;
  types: Count[];
  modes: Count[];
  status: Count[];
  countries: Count[];
  actors: Count[];
  recipients: Count[];
}
export type Period = "day" | "month" | "year";
export interface Bucket {
  period: string;
  incidents: number;
  killed: number;
}
export interface Cell {
  latitude: number;
  longitude: number;
  precision: Precision | "unknown";
  incidents: number;
  killed: number;
  incident?: string;
}
export interface IncidentWhole {
  incident: Incident;
  claims: Claim[];
  reports: ReportItem[];
  decisions: Decision[];
}

export const fetchIncidents = (filters: Filters, page: { after?: string | undefined; limit?: number }, signal?: AbortSignal) =>
  ask<Page<IncidentRow>>(`/incidents${query({ ...filters, ...page })}`, { signal });
export const fetchFacets = (filters: Filters, signal?: AbortSignal) =>
  ask<Facets>(`/incidents/facets${query({ ...filters })}`, { signal });
export const fetchTimeline = (filters: Filters, period: Period, signal?: AbortSignal) =>
  ask<{ buckets: Bucket[] }>(`/incidents/timeline${query({ ...filters, period })}`, { signal });
export const fetchCells = (filters: Filters, degrees: number, signal?: AbortSignal) =>
  ask<{ cells: Cell[] }>(`/incidents/map${query({ ...filters, degrees })}`, { signal });
export const fetchIncident = (id: string, signal?: AbortSignal) =>
  ask<IncidentWhole>(`/incidents/${encodeURIComponent(id)}`, { signal });

export type ChainNode = Pick<IncidentRow, "id" | "type" | "actors" | "recipients" | "earliest" | "latest" | "place">;
export interface ChainLink {
  from: string;
  to: string;
  type: string;
  /** How many reports say so. */
  said: number;
}
export const fetchChain = (id: string, signal?: AbortSignal) =>
  ask<{ nodes: ChainNode[]; links: ChainLink[] }>(`/incidents/${encodeURIComponent(id)}/chain`, { signal });
