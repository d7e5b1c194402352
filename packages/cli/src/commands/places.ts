import { createPlaceLookup, type PlaceCandidate } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { type Command, Option } from "commander";
import { EXIT, UsageError } from "../exit.ts";

/** `annalist places NAME`: what a name may mean, and why one meaning wins. */
export function placesCommand(program: Command): void {
  program
    .command("places")
    .description("show which places a name may mean, and why one wins")
    .argument("<name>", 'a place name as a report writes it: "al-Qaim"')
    .option("--with <name...>", "other places of the text: they decide between namesakes")
    .addOption(new Option("--format <format>", "what to print").choices(["pretty", "json"]).default("pretty"))
    .option("--limit <n>", "how many candidates to print", "10")
    .addHelpText(
      "after",
      `
Exit codes: 0 found; 1 the gazetteer does not know the name; 2 wrong use.

Examples:
  annalist places Paris
  annalist places Paris --with Texas Dallas
  annalist places "al-Qa'im" --format json`,
    )
    .action((name: string, { with: context = [], format, limit }: { with?: string[]; format: string; limit: string }) => {
      const count = Number(limit);
      if (!Number.isInteger(count) || count < 1) throw new UsageError(`--limit ${limit}: a whole number from 1 is wanted`);
      const all = createPlaceLookup(loadEnglish()).candidates(name, context);
      const candidates = all.slice(0, count);
      const lines =
        format === "json"
          ? [JSON.stringify(candidates, undefined, 2)]
          : candidates.length === 0
            ? [`The gazetteer knows no place called "${name}".`]
            : [...candidates.map(toLine), ...(all.length > count ? [`… and ${all.length - count} more (--limit)`] : [])];
      process.stdout.write(`${lines.join("\n")}\n`);
      process.exitCode = candidates.length > 0 ? EXIT.done : EXIT.partly;
    });
}

/** "71 %  Paris, Texas, USA (settlement)  33.66, -95.56  geonames:4717560: 24,171 people, lies in Texas" */
function toLine(candidate: PlaceCandidate): string {
  const { name, admin1, country, precision, latitude, longitude, gazetteer, share, why } = candidate;
  const where = [name, admin1 === name ? undefined : admin1, country].filter(Boolean).join(", ");
  const source = gazetteer ?? "our own table";
  const percent = share > 0 && share < 0.005 ? "<1" : String(Math.round(100 * share));
  return `${percent.padStart(3)} %  ${where} (${precision})  ${latitude.toFixed(2)}, ${longitude.toFixed(2)}  ${source}: ${why.join(", ")}`;
}
