export { createLemmatiser, type Lemmatiser, tagOf } from "./lemmatiser.ts";
