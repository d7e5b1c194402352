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

/** Reads a list of words of which each must be one of a few; capitals do not matter. */
export function oneOf(flag: string, known: readonly string[]): (value: string, before?: string[]) => string[] {
  return (value, before = []) => {
    const found = known.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found === undefined) throw new UsageError(`${flag} ${value}: one of ${known.join(", ")} is wanted`);
    return [...before, found];
  };
}
