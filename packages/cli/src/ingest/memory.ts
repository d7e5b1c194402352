import type { Memory, Remembered } from "@annalist/ingest";
import type { Store } from "@annalist/store";

/** What is remembered of addresses, kept in the store: who shares it asks servers only once. */
export const memoryIn = (store: Store): Memory => ({
  get: (url) => store.getDocument<Remembered>("address", url),
  set: (url, state) => store.putDocument("address", url, state),
});
