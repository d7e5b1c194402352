/**
 * The longest text that is taken as one report, in UTF-16 code units. A long book has a million; what is longer is an
 * archive in one piece, and would cost a gigabyte of memory to read as one report.
 */
export const MAX_LENGTH = 2_000_000;

/** The longest line of JSONL in bytes: a report of `length` code units, each written as a six-byte escape, and its head. */
export const lineLimit = (length: number): number => 6 * length + 65_536;
