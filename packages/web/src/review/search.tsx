import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { fetchActors } from "../api/actors.ts";
import { findPlaces } from "../api/review.ts";
import { countryName } from "../design/countries.ts";
import { plain } from "../design/words.ts";
import type { Value } from "./value.ts";

interface Option extends Value {
  note: string;
}

/** An actor of the record by the beginning of its name; a name that it does not know may be given as it is. */
export function ActorSearch({ label, choose }: { label: string; choose(value: Value): void }) {
  return (
    <Search
      label={label}
      choose={choose}
      find={async (q, signal) => {
        const { items } = await fetchActors({ q, limit: 12 }, signal);
        const found = items.map(({ key, name, country, sector }) => ({
          value: key.startsWith("name:") ? name : key,
          label: plain(name),
          note: [country, sector].filter(Boolean).join(" "),
        }));
        return [...found, { value: q, label: q, note: "as written" }];
      }}
    />
  );
}

/** A place of the gazetteer by its name. */
export function PlaceSearch({ choose }: { choose(value: Value): void }) {
  return (
    <Search
      label="place"
      choose={choose}
      find={async (q, signal) => {
        const { items } = await findPlaces(q, signal);
        return items.map(({ name, gazetteer, latitude, longitude, country, admin1, precision }) => ({
          value: gazetteer ?? name,
          label: plain(name),
          note: [admin1, country && countryName(country), precision].filter(Boolean).join(", "),
          place: { latitude, longitude, precision, ...(country && { country }), ...(admin1 && { admin1 }) },
        }));
      }}
    />
  );
}

/** A search field with what it finds below it: arrows choose, Enter takes. */
function Search({
  label,
  find,
  choose,
}: {
  label: string;
  find(q: string, signal: AbortSignal): Promise<Option[]>;
  choose(value: Value): void;
}) {
  const id = useId();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const { data = [] } = useQuery({
    queryKey: ["search", label === "place" ? "place" : "actor", q],
    queryFn: ({ signal }) => find(q.trim(), signal),
    enabled: q.trim().length > 1,
    placeholderData: keepPreviousData,
  });
  const options = q.trim().length > 1 ? data : [];
  const take = (option: Option | undefined) => {
    if (!option) return;
    const { note: _, ...value } = option;
    choose(value);
    setQ("");
  };
  return (
    <span className="search">
      <input
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={id}
        aria-activedescendant={options[at] ? `${id}-${at}` : undefined}
        placeholder="search"
        value={q}
        onChange={({ target }) => {
          setQ(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(options.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter") take(options[at]);
          else if (event.key === "Escape") setQ("");
          else return;
          event.preventDefault();
        }}
      />
      {options.length > 0 && (
        <div className="options" role="listbox" id={id} aria-label={`${label}s found`}>
          {options.map((option, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={`${option.value}${option.note}`}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              onClick={() => take(option)}
            >
              {option.label} <small className="quiet">{option.note}</small>
            </div>
          ))}
        </div>
      )}
    </span>
  );
}
