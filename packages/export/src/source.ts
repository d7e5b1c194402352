import type { EventEntry, IncidentEntry } from "@annalist/core";

/** Where an export reads the record from: a store, or files of analyses and incidents. Both lists are in a stable order. */
export interface RecordSource {
  incidents(): AsyncIterable<IncidentEntry>;
  events(): AsyncIterable<EventEntry>;
}

/** Where a file's bytes go: a file, a response, a buffer. Resolves when it can take more. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
}
