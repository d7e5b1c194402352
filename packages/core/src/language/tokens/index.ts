export { type Abbreviations, createAbbreviations, keepsFinalStop } from "./abbreviations.ts";
export { fold, mend } from "./characters.ts";
export { type Cuts, createTokeniser, type Tokeniser } from "./tokeniser.ts";
