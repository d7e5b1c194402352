import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { fetchSession } from "../api/session.ts";

const KEY = "coder";
const listeners = new Set<() => void>();
const read = () => localStorage.getItem(KEY) ?? "local";

/** Who decides: whoever is signed in, or the name that somebody at this machine gives. */
export function useCoder(): { name: string; setName(name: string): void; local: boolean } {
  const own = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
  const { data } = useQuery({ queryKey: ["session"], queryFn: fetchSession, staleTime: 60_000 });
  const local = data?.local ?? true;
  return {
    local,
    name: local ? own : (data?.user?.name ?? ""),
    setName(name) {
      localStorage.setItem(KEY, name);
      for (const listener of listeners) listener();
    },
  };
}
