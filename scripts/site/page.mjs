// The one layout of the documentation site.
const safe = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

export function page({ title, menu, current, body }) {
  const items = menu
    .map(({ href, words }) => `<li><a href="${href}"${href === current ? ' aria-current="page"' : ""}>${safe(words)}</a></li>`)
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}${title === "Annalist" ? "" : " · Annalist"}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<nav aria-label="Pages"><a class="mark" href="index.html">Annalist</a><ul>${items}</ul></nav>
<main id="text">
${body}</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --quiet: #5a636d; --paper: #fcfcfb; --line: #dcdfe1; --wash: #f2f3f2; --link: #0b5fa5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7e9; --quiet: #a1abb4; --paper: #14171a; --line: #30363c; --wash: #1c2125; --link: #7cb8ee; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; display: grid; grid-template-columns: 15rem minmax(0, 1fr); min-height: 100vh; }
nav { border-right: 1px solid var(--line); padding: 1.5rem 1.25rem; font-size: 14px; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; }
nav ul { list-style: none; margin: 1rem 0 0; padding: 0; }
nav li a { display: block; padding: .3rem .5rem; margin: 0 -.5rem; border-radius: 4px; color: var(--ink); text-decoration: none; }
nav li a:hover { background: var(--wash); }
nav li a[aria-current] { background: var(--wash); font-weight: 600; }
.mark { font-weight: 700; font-size: 1.05rem; color: var(--ink); text-decoration: none; letter-spacing: .01em; }
main { padding: 2rem 2.5rem 4rem; max-width: 62rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; } h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
p, li { max-width: 44rem; } a { color: var(--link); }
code, pre { font: 13.5px/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; }
code { background: var(--wash); padding: .1em .3em; border-radius: 3px; } pre { background: var(--wash); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1rem; overflow-x: auto; } pre code { background: none; padding: 0; }
table { border-collapse: collapse; font-size: 14px; display: block; overflow-x: auto; max-width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); } th { color: var(--quiet); font-weight: 600; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; } img[src$=".svg"] { border: 0; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
@media (max-width: 760px) { body { display: block; } nav { position: static; border-right: 0; border-bottom: 1px solid var(--line); max-height: none; padding: 1rem; } nav ul { display: flex; flex-wrap: wrap; gap: .25rem .75rem; } nav li a { margin: 0; } main { padding: 1.25rem 1rem 3rem; } }
`;
