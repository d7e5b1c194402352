import type { Bucket, Cell, Chain, Facets, IncidentRow, IncidentWhole, Page, Period } from "@annalist/server/api";
import { ask, query } from "./client.ts";

export type { Bucket, Cell, Count, Facets, IncidentRow, IncidentWhole, Period } from "@annalist/server/api";

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
export const fetchChain = (id: string, signal?: AbortSignal) =>
  ask<Chain>(`/incidents/${encodeURIComponent(id)}/chain`, { signal });
