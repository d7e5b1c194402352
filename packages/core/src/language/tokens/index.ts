export { type Abbreviations, createAbbreviations, keepsFinalStop } from "./abbreviations.ts";
export { fold } from "./characters.ts";
export { type Cuts, createTokeniser, type Tokeniser } from "./tokeniser.ts";
