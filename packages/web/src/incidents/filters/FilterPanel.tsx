import type { PloverType } from "@annalist/core";
import { useEffect, useState } from "react";
import type { Count, Facets, Filters } from "../../api/incidents.ts";
import { countryName } from "../../design/countries.ts";
import { TypeTag } from "../../design/parts.tsx";
import { number, short } from "../../design/words.ts";
import { StatusTag } from "../StatusTag.tsx";
import { SavedViews } from "./SavedViews.tsx";

interface Props {
  filters: Filters;
  facets: Facets | undefined;
  change(by: Filters): void;
  clear(): void;
  any: boolean;
}

/** Everything that the incidents can be narrowed by, with how many each value would leave. */
export function FilterPanel({ filters, facets, change, clear, any }: Props) {
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Words value={filters.q ?? ""} change={(q) => change({ q })} />
      <SavedViews />
      {any && (
        <button type="button" className="button bare clear" onClick={clear}>
          ✕ Clear all filters
        </button>
      )}
      <fieldset className="pair">
        <legend className="label">Period</legend>
        <input
          className="field"
          type="date"
          aria-label="from"
          value={filters.from ?? ""}
          onChange={({ target }) => change({ from: target.value })}
        />
        <input
          className="field"
          type="date"
          aria-label="to"
          value={filters.to ?? ""}
          onChange={({ target }) => change({ to: target.value })}
        />
      </fieldset>
      <div className="pair">
        <label>
          <span className="label">Dead, at least</span>
          <input
            className="field"
            type="number"
            min="0"
            value={filters.killed ?? ""}
            onChange={({ target }) => change({ killed: target.value })}
          />
        </label>
        <label>
          <span className="label">Origins, at least</span>
          <input
            className="field"
            type="number"
            min="0"
            value={filters.origins ?? ""}
            onChange={({ target }) => change({ origins: target.value })}
          />
        </label>
      </div>
      <Values
        name="Type"
        counts={facets?.types}
        chosen={filters.type}
        change={(type) => change({ type })}
        render={(value) => <TypeTag type={value as PloverType} />}
      />
      <Values
        name="Status"
        counts={facets?.status}
        chosen={filters.status}
        change={(status) => change({ status })}
        render={(value) => <StatusTag status={value} />}
      />
      <Values name="Actor" counts={facets?.actors} chosen={filters.actor} change={(actor) => change({ actor })} />
      <Values
        name="Country"
        counts={facets?.countries}
        chosen={filters.country}
        change={(country) => change({ country })}
        render={countryName}
      />
    </form>
  );
}

/** Words are asked for once the hand rests. */
function Words({ value, change }: { value: string; change(words: string): void }) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return;
    const rest = setTimeout(() => change(words), 250);
    return () => clearTimeout(rest);
  }, [words, value, change]);
  return (
    <input
      className="field"
      type="search"
      placeholder="Search the words   /"
      aria-label="Search the words of the reports"
      value={words}
      onChange={({ target }) => setWords(target.value)}
    />
  );
}

const FEW = 8;
interface ValuesProps {
  name: string;
  counts: Count[] | undefined;
  chosen: string[] | undefined;
  change(values: string[]): void;
  render?: (value: string) => React.ReactNode;
}
/** The values of an attribute, most first; what is chosen stays in sight. */
function Values({ name, counts = [], chosen = [], change, render }: ValuesProps) {
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const missing = chosen
    .filter((value) => !counts.some((each) => each.value === value))
    .map((value) => ({ value, count: 0 }) as Count);
  if (counts.length === 0 && chosen.length === 0) return null;
  const shown = [...missing, ...(all ? counts.slice(0, 60) : counts.slice(0, FEW))];
  return (
    <fieldset className="values">
      <legend className="label">{name}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className="value">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => change(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
          <span className="value-name">{render ? render(value) : short(label ?? value.replace(/^name:/, ""), 40)}</span>
          <span className="num quiet">{number(count)}</span>
          <meter aria-hidden="true" min={0} max={most} value={count} />
        </label>
      ))}
      {counts.length > FEW && (
        <button type="button" className="link small" onClick={() => setAll(!all)}>
          {all ? "fewer" : `${Math.min(60, counts.length) - FEW} more`}
        </button>
      )}
    </fieldset>
  );
}
