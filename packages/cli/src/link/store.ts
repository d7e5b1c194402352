import { relink, type Store } from "@annalist/store";
import { EXIT } from "../exit.ts";

/** Links what the store holds, keeps it there, and says what has changed. */
export async function linkStore(store: Store, json: boolean): Promise<number> {
  const replaced = await relink(store);
  const { incidents, stories } = await store.stats();
  const number = (n: number) => n.toLocaleString("en");
  const { added, changed, removed, unchanged } = replaced;
  process.stdout.write(
    json
      ? `${JSON.stringify({ incidents, stories, ...replaced })}\n`
      : `${number(incidents)} incidents, ${number(stories)} stories: ${number(added)} new, ${number(changed)} changed, ${number(removed)} gone, ${number(unchanged)} as before.\n`,
  );
  return EXIT.done;
}
