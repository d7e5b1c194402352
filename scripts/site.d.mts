/** Builds the documentation into a folder; the names of its files. */
export function build(out?: string): Promise<string[]>;
