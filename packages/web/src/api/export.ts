import type { ExportFormat } from "@annalist/server/api";
import { ask, query } from "./client.ts";
import type { Filters } from "./incidents.ts";

export const fetchFormats = (signal?: AbortSignal) => ask<{ items: ExportFormat[] }>("/export", { signal });

/** Where the incidents that match can be had: all files of a format in one archive, or one of them. */
export const exportAddress = (as: string, filters: Filters, file?: string): string =>
  `/api/v1/export/${as}${file ? `/${encodeURIComponent(file)}` : ""}${query({ ...filters })}`;
