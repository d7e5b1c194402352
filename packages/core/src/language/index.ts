export { createLanguage, type Language } from "./language.ts";
