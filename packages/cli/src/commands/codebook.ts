import { CODEBOOKS } from "@annalist/core";
import { describeCodebook } from "@annalist/export";
import { Argument, type Command } from "commander";

/** `annalist codebook NAME`: every column, what it is read from and by which rule. */
export function codebookCommand(program: Command): void {
  program
    .command("codebook")
    .description("explain a codebook: every column, what it is read from, and its limits (Markdown)")
    .addArgument(new Argument("<name>", "which").choices(Object.keys(CODEBOOKS)))
    .action((name: keyof typeof CODEBOOKS) => {
      process.stdout.write(describeCodebook(CODEBOOKS[name]));
    });
}
