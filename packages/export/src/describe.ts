import type { Codebook, EventEntry, IncidentEntry } from "@annalist/core";

/** A codebook as Markdown: every column with what it is read from and by which rule, and what the codebook cannot say. */
export function describeCodebook({
  title,
  unit,
  source,
  limits,
  columns,
}: Codebook<IncidentEntry> | Codebook<EventEntry>): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    `# ${title}`,
    "",
    `One row ${unit === "incident" ? "an incident" : "an event of a report"}. Definitions: ${source}.`,
    "",
    ...limits.map((limit) => `- ${limit}`),
    "",
    "| column | read from | rule |",
    "| --- | --- | --- |",
    ...columns.map(({ name, from, rule }) => `| ${cell(name)} | ${from === "" ? "" : `\`${cell(from)}\``} | ${cell(rule)} |`),
    "",
  ].join("\n");
}
