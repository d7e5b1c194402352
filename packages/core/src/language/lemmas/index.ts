export { createLemmatiser, type Lemmatiser } from "./lemmatiser.ts";
