import type { Incident } from "@annalist/core";
import { plain } from "../design/words.ts";

const WORDS = {
  linked: "one happening",
  "kept-apart": "kept apart",
  "pinned-together": "pinned together",
  "pinned-apart": "pinned apart",
};

/** Why its members are held to be one happening: grounds, with their weight in log-odds. */
export function Why({ incident: { why } }: { incident: Incident }) {
  if (why.length === 0) return null;
  return (
    <section className="panel" aria-label="Why one incident">
      <header>
        <h2>Why one incident</h2>
        <span className="small quiet">log-odds; above 0 speaks for it</span>
      </header>
      <ul className="reasons">
        {why.slice(0, 40).map(({ between: [a, b], decision, weight, grounds }) => (
          <li key={`${a.report}${a.event}${b.report}${b.event}`}>
            <details>
              <summary>
                <span className="num weight" data-for={weight > 0 || undefined}>
                  {weight > 0 ? "+" : ""}
                  {weight.toFixed(1)}
                </span>{" "}
                {plain(a.report)} {a.event} · {plain(b.report)} {b.event} <small className="quiet">{WORDS[decision]}</small>
              </summary>
              <ul>
                {grounds.map(({ words, weight: each }) => (
                  <li key={words}>
                    <span className="num weight">
                      {each > 0 ? "+" : ""}
                      {each.toFixed(1)}
                    </span>{" "}
                    {plain(words)}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
