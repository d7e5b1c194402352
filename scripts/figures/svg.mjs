// What the figures share: one narrow column that is legible on a telephone, colours for day and night, words for who cannot see.

/** Units of width; shown a third larger where there is room. */
export const WIDTH = 360;
export const MARGIN = 14;
/** Advance of a character of the fixed-width face, in units, at the size that sentences are set in. */
export const ADVANCE = 8.2;

const STYLE = `
  .paper { fill: #fcfcfb; stroke: #dcdfe1; } .ink { fill: #1c2024; } .quiet { fill: #565f69; } .box { fill: #f2f3f2; stroke: #c4c9cd; }
  .inner { fill: #fcfcfb; stroke: #c4c9cd; } .wire { stroke: #7b858e; fill: none; stroke-width: 1.5; } .axis { stroke: #c4c9cd; }
  .what { fill: #f6c9c4; } .who { fill: #c6dcf4; } .whom { fill: #f8dcb0; } .where { fill: #c9e7cf; } .when { fill: #e1d2f3; } .voice { fill: #cfe6e8; } .toll { fill: #e3e6e8; }
  .bar { fill: #7da7d6; } .mark { fill: #a3341f; } .under { stroke: #565f69; fill: none; stroke-width: 1.5; }
  text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
  .set { font: 13.6px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
  .head { font-weight: 700; font-size: 13px; } .small { font-size: 11px; } .strong { font-weight: 700; } .tag { font-size: 10px; font-weight: 700; } .halo { paint-order: stroke; stroke: #fcfcfb; stroke-width: 5; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14171a; stroke: #30363c; } .ink { fill: #e4e7e9; } .quiet { fill: #a7b1ba; } .box { fill: #1c2125; stroke: #444c54; }
    .inner { fill: #14171a; stroke: #444c54; } .wire { stroke: #8a949d; } .axis { stroke: #444c54; }
    .what { fill: #6d2a21; } .who { fill: #1f4770; } .whom { fill: #6a4a12; } .where { fill: #215231; } .when { fill: #4c3572; } .voice { fill: #1d5358; } .toll { fill: #3a4249; }
    .halo { stroke: #14171a; } .bar { fill: #4d7fb8; } .mark { fill: #f0907d; } .under { stroke: #a7b1ba; }
  }`;

export const safe = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/** A whole figure: `title` and `words` tell it to who cannot see it. */
export function figure({ title, words, height, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${(WIDTH * 4) / 3}" height="${Math.round((height * 4) / 3)}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title words">
<title id="title">${safe(title)}</title>
<desc id="words">${safe(words)}</desc>
<style>${STYLE}
</style>
<rect class="paper" x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
${body.join("\n")}
</svg>
`;
}

export const text = (x, y, words, classes = "ink") =>
  `<text class="${classes}" x="${round(x)}" y="${round(y)}">${safe(words)}</text>`;
export const box = (x, y, width, height, classes) =>
  `<rect class="${classes}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4"/>`;
export const path = (d, classes = "wire") => `<path class="${classes}" d="${d}"/>`;
/** Words of the fixed-width face, spread to their exact width, so that marks stand where the words do in any font. */
export const set = (x, y, words, classes = "ink") =>
  `<text class="set ${classes}" x="${round(x)}" y="${round(y)}" textLength="${round(words.length * ADVANCE)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${safe(words)}</text>`;
/** A small number that ties a mark to what is said of it. */
export const tag = (x, y, number, classes) =>
  `<circle class="${classes}" cx="${round(x)}" cy="${round(y)}" r="7"/><text class="ink tag" x="${round(x)}" y="${round(y + 3.5)}" text-anchor="middle">${number}</text>`;

export const round = (n) => Number(n.toFixed(1));

/** Words in lines of at most so many characters, each with where it begins in the text. */
export function lines(words, most) {
  const found = [];
  let start = 0;
  while (start < words.length) {
    let end = Math.min(words.length, start + most);
    if (end < words.length) end = words.lastIndexOf(" ", end) > start ? words.lastIndexOf(" ", end) : end;
    found.push({ start, end, words: words.slice(start, end) });
    start = words[end] === " " ? end + 1 : end;
  }
  return found;
}
