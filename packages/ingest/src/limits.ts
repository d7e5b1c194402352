/**
 * The longest text that is taken as one report, in UTF-16 code units. A long book has a million; what is longer is an
 * archive in one piece, and would cost a gigabyte of memory to read as one report.
 */
export const MAX_LENGTH = 2_000_000;

/** The longest line of JSONL in bytes: a report of `length` code units, each written as a six-byte escape, and its head. */
export const lineLimit = (length: number): number => 6 * length + 65_536;

/** What one source may cost, so that a hostile one cannot fill memory or disk, or hold a run up for ever. */
export const LIMITS = {
  /** Bytes of one entry of an archive, one page, one message, unpacked. */
  entry: 64 * 1024 * 1024,
  /** Unpacked bytes for a packed one, once more than `ratioFrom` are unpacked. News packs 3 to 10 fold, a bomb 1000 fold. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
  /** Archives within archives. */
  nesting: 4,
  /** Entries of one archive. */
  entries: 200_000,
  /** Characters of a page that are searched for its article. */
  page: 8_000_000,
  /** Bytes of one answer from the network. */
  answer: 20 * 1024 * 1024,
  redirects: 5,
  /** Milliseconds for one answer, from asking to its last byte. */
  time: 30_000,
};
