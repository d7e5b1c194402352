import { number } from "../design/words.ts";
import { LAYERS, type Layer, type Mark } from "./marks.ts";

const SIGNS: Record<Layer, string> = {
  events: "k-trigger",
  voices: "k-content",
  tolls: "k-toll",
  times: "k-time",
  places: "k-place",
};

/** The layers, each drawn as it is in the text, with how many there are; keys 1 to 5. */
export function Layers({ marks, shown, toggle }: { marks: Mark[]; shown: ReadonlySet<Layer>; toggle(layer: Layer): void }) {
  return (
    <fieldset className="layers">
      <legend className="hidden">Layers</legend>
      {LAYERS.map((layer, i) => (
        <button
          key={layer}
          type="button"
          className="button layer"
          aria-pressed={shown.has(layer)}
          aria-keyshortcuts={String(i + 1)}
          title={`key ${i + 1}`}
          onClick={() => toggle(layer)}
        >
          <span className={`run ${SIGNS[layer]}`}>{layer}</span>
          <span className="num">{number(marks.filter((mark) => mark.layer === layer).length)}</span>
        </button>
      ))}
    </fieldset>
  );
}
