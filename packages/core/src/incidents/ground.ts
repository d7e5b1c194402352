/** One reason for or against, with its weight in natural log-odds. Words are made for those reasons alone that are told. */
export interface Ground {
  words: () => string;
  weight: number;
}

export const sum = (grounds: readonly Ground[]): number => grounds.reduce((all, { weight }) => all + weight, 0);
