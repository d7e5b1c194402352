export { createSplitter, type Splitter } from "./splitter.ts";
