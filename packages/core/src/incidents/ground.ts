import type { Reason } from "../model/index.ts";

/** One reason for or against, in words, with its weight in natural log-odds. */
export type Ground = Reason["grounds"][number];

export const sum = (grounds: readonly Ground[]): number => grounds.reduce((all, { weight }) => all + weight, 0);
