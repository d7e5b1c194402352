export interface CodeOptions {
  from?: "text" | "jsonl";
  format?: "pretty" | "json" | "jsonl";
  published?: string;
  outlet?: string;
  url?: string;
  lexicon?: string;
  tokens?: boolean;
  explain?: boolean;
  threads: number;
  maxLength: number;
  out?: string;
}

/** Whether a file holds a report a line: by --from, else by its ending. */
export const isJsonl = (file: string, { from }: Pick<CodeOptions, "from">) =>
  from ? from === "jsonl" : /\.(jsonl|ndjson)$/i.test(file);
