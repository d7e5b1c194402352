import type { Document, Knowledge, Report } from "../model/index.ts";

/** Reads raw text into words, sentences, trees and names. */
export interface Language {
  read(report: Report): Document;
}

export function createLanguage(_knowledge: Knowledge): Language {
  return { read: ({ text, headline }) => ({ text, ...(headline && { headline }), sentences: [], words: [], names: [] }) };
}
