import type { EventRow, IncidentRow } from "@annalist/core";

/** Where an export reads the record from: a store, or files of analyses and incidents. Both lists are in a stable order. */
export interface RecordSource {
  incidents(): AsyncIterable<IncidentRow>;
  events(): AsyncIterable<EventRow>;
}

/** Where a file's bytes go: a file, a response, a buffer. Resolves when it can take more. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
}
