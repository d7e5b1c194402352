import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { short } from "../../design/words.ts";

interface View {
  name: string;
  search: string;
}
const KEY = "views";
const read = (): View[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
};

/** Views kept in this browser. A view is an address: copy it to share it. */
export function SavedViews() {
  const search = useSearch();
  const [path] = useLocation();
  const [views, setViews] = useState(read);
  const [name, setName] = useState<string>();
  const keep = (next: View[]) => {
    setViews(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  return (
    <div className="saved">
      {views.map((view) => (
        <span key={view.name} className="tag">
          <Link href={`${path}?${view.search}`} aria-current={view.search === search ? "page" : undefined}>
            {short(view.name, 28)}
          </Link>
          <button
            type="button"
            className="link"
            aria-label={`Forget ${view.name}`}
            onClick={() => keep(views.filter((each) => each !== view))}
          >
            ✕
          </button>
        </span>
      ))}
      {search &&
        !views.some((view) => view.search === search) &&
        (name === undefined ? (
          <button type="button" className="link small" onClick={() => setName("")}>
            Keep this view
          </button>
        ) : (
          <span className="saved-name">
            <input
              className="field"
              aria-label="Name of the view"
              placeholder="its name"
              // biome-ignore lint/a11y/noAutofocus: it was asked for a moment ago
              autoFocus
              value={name}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={({ key }) => {
                if (key === "Escape") setName(undefined);
                if (key !== "Enter" || name.trim() === "") return;
                keep([...views.filter((each) => each.name !== name.trim()), { name: name.trim(), search }]);
                setName(undefined);
              }}
            />
          </span>
        ))}
    </div>
  );
}
