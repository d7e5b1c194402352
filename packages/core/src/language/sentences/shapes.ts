import { apostropheAt, classAt, DIGIT, isMojibake, LETTER } from "../tokens/characters.ts";
import type { Abbreviations } from "../tokens/index.ts";

/** What a word looks like, as far as it matters to where sentences end. */
export enum Shape {
  None,
  Lower,
  Capital,
  Upper,
  Initial,
  Number,
  Mixed,
  Stop,
  Exclamation,
  Ellipsis,
  Colon,
  Semicolon,
  Comma,
  Quote,
  OpenQuote,
  CloseQuote,
  Open,
  Close,
  Dash,
  Dotted,
  Title,
  Abbreviation,
  Smiley,
  Bullet,
  Clitic,
  Symbol,
  Address,
}

export function shapeOf(word: string, lower: string, abbreviations: Abbreviations): Shape {
  const kind = classAt(word, 0);
  const last = word.charCodeAt(word.length - 1);
  if (kind === LETTER && !isMojibake(word, 0)) {
    if (last === 0x2e && word.length > 1) {
      const bare = lower.slice(0, -1);
      const entry = abbreviations.kindOf(bare);
      if (entry === "title" || entry === "number") return Shape.Title;
      return word.length === 2 ? Shape.Initial : bare.includes(".") ? Shape.Dotted : Shape.Abbreviation;
    }
    if (word === lower) return word.includes("@") || word.includes("://") ? Shape.Address : Shape.Lower;
    if (word.length === 1) return Shape.Initial;
    if (word.slice(1) === lower.slice(1)) return Shape.Capital;
    return word === word.toUpperCase() ? Shape.Upper : Shape.Mixed;
  }
  if (kind === DIGIT) return Shape.Number;
  if (word.length === 1) {
    switch (word) {
      case ".":
        return Shape.Stop;
      case "!":
      case "?":
        return Shape.Exclamation;
      case "…":
        return Shape.Ellipsis;
      case ":":
        return Shape.Colon;
      case ";":
        return Shape.Semicolon;
      case ",":
        return Shape.Comma;
      case '"':
        return Shape.Quote;
      case "“":
      case "«":
      case "‘":
        return Shape.OpenQuote;
      case "”":
      case "»":
        return Shape.CloseQuote;
      case "(":
      case "[":
      case "{":
        return Shape.Open;
      case ")":
      case "]":
      case "}":
        return Shape.Close;
      case "-":
      case "–":
      case "—":
        return Shape.Dash;
      case "*":
      case "•":
      case "·":
        return Shape.Bullet;
    }
    return apostropheAt(word, 0) > 0 ? Shape.Quote : Shape.Symbol;
  }
  if (isMojibake(word, 0))
    return "œ\x9c˜\x98".includes(word.charAt(2))
      ? Shape.OpenQuote
      : lower === '"'
        ? Shape.CloseQuote
        : lower === "'"
          ? Shape.Quote
          : Shape.Dash;
  if (lower === '"' || lower === "''" || lower === "``") return Shape.Quote;
  if (apostropheAt(word, 0) > 0) return Shape.Clitic;
  if (word.startsWith("..")) return Shape.Ellipsis;
  if (word.startsWith("--")) return word.length < 4 ? Shape.Dash : Shape.Bullet;
  if (word.startsWith("!") || word.startsWith("?")) return Shape.Exclamation;
  if (/^[:;=]/.test(word)) return Shape.Smiley;
  return /^[*=_~#]+$/.test(word) ? Shape.Bullet : Shape.Symbol;
}
