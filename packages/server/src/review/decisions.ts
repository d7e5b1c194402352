import type { Decision, Store } from "@annalist/store";

/** What people decided, oldest first, from behind a number on. */
export async function* allDecisions(store: Store, since = 0): AsyncGenerator<Decision> {
  for (let after: string | undefined; ; ) {
    const page = await store.decisions({ since }, { limit: 1000, ...(after !== undefined && { after }) });
    yield* page.items;
    if (page.next === undefined) return;
    after = page.next;
  }
}
