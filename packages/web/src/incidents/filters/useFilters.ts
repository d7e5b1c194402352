import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import type { Filters } from "../../api/incidents.ts";

const MANY = ["type", "status", "actor", "country"] as const;
const ONE = ["q", "bbox", "from", "to", "killed", "origins", "order"] as const;

/** The filters as the address holds them, so that a view can be kept, shared and gone back to. */
export function useFilters(): { filters: Filters; change(by: Filters): void; clear(): void; any: boolean } {
  const [search, setSearch] = useSearchParams();
  const words = search.toString();
  const filters = useMemo(() => {
    const from = new URLSearchParams(words);
    const found: Record<string, string | string[]> = {};
    for (const key of MANY) if (from.has(key)) found[key] = from.getAll(key);
    for (const key of ONE) if (from.get(key)) found[key] = from.get(key)!;
    return found as Filters;
  }, [words]);
  const change = useCallback(
    (by: Filters) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [key, value] of Object.entries(by)) {
            next.delete(key);
            if (Array.isArray(value)) for (const each of value) next.append(key, each);
            else if (value) next.set(key, value);
          }
          return next;
        },
        { replace: "q" in by },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch(new URLSearchParams()), [setSearch]);
  return { filters, change, clear, any: Object.keys(filters).some((key) => key !== "order") };
}

/** The filters but some, for the view that sets them: a brush shows what lies beside it. */
export function without(filters: Filters, ...keys: (keyof Filters)[]): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.includes(key as keyof Filters))) as Filters;
}
