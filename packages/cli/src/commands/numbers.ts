import { UsageError } from "../exit.ts";

/** Reads a whole number of an option, or says which would do. */
export function wholeNumber(flag: string, low: number, high: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (value.trim() !== "" && Number.isInteger(number) && number >= low && number <= high) return number;
    throw new UsageError(`${flag} ${value}: a whole number from ${low} to ${high} is wanted`);
  };
}

export function number(flag: string, low: number, high: number): (value: string) => number {
  return (value) => {
    const found = Number(value);
    if (value.trim() !== "" && found >= low && found <= high) return found;
    throw new UsageError(`${flag} ${value}: a number from ${low} to ${high} is wanted`);
  };
}
