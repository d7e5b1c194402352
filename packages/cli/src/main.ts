import { VERSION } from "@annalist/core";
import { StoreError } from "@annalist/store";
import { Command, CommanderError } from "commander";
import { codeCommand } from "./commands/code.ts";
import { codebookCommand } from "./commands/codebook.ts";
import { compareCommand } from "./commands/compare.ts";
import { exportCommand } from "./commands/export.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { lexiconCommand } from "./commands/lexicon.ts";
import { linkCommand } from "./commands/link.ts";
import { placesCommand } from "./commands/places.ts";
import { diffCommand, releaseCommand } from "./commands/release.ts";
import { searchCommand } from "./commands/search.ts";
import { serveCommand } from "./commands/serve.ts";
import { statsCommand } from "./commands/stats.ts";
import { userCommand } from "./commands/user.ts";
import { verifyCommand } from "./commands/verify.ts";
import { watchCommand } from "./commands/watch.ts";
import { complain, EXIT, endWithReader, UsageError } from "./exit.ts";

endWithReader();
const program = new Command("annalist")
  .description("Reads news reports and keeps the record: who did what to whom, where and when, and who says so.")
  .version(VERSION)
  .showHelpAfterError("(annalist --help lists the commands)")
  .exitOverride();
codeCommand(program);
linkCommand(program);
lexiconCommand(program);
placesCommand(program);
exportCommand(program);
verifyCommand(program);
compareCommand(program);
codebookCommand(program);
ingestCommand(program);
searchCommand(program);
statsCommand(program);
serveCommand(program);
userCommand(program);
watchCommand(program);
releaseCommand(program);
diffCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof UsageError) {
    complain(error.message);
    process.exitCode = EXIT.usage;
  } else if (error instanceof StoreError) {
    complain(error.message);
    process.exitCode =
      error.code === "wrong" ? EXIT.usage : ["full", "read-only"].includes(error.code) ? EXIT.output : EXIT.store;
  } else throw error;
}
