import codes from "i18n-iso-countries/codes.json" with { type: "json" };

const names = new Intl.DisplayNames("en", { type: "region" });
const twoLetters = new Map((codes as string[][]).map(([two, three]) => [three!, two!]));

/** A country by its ISO 3166-1 alpha-3 code; the code itself where it is none. */
export function countryName(code: string): string {
  const two = twoLetters.get(code);
  return two ? (names.of(two) ?? code) : code;
}
