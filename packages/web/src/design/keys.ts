import { useEffect, useRef } from "react";

/** What single keys do on a page. A key is written as in `KeyboardEvent.key`. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Binds single keys while the component is shown; never while someone types, nor with a modifier held. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, dialog, [contenteditable]")) return;
      // Enter and Space belong to what has the focus.
      if ((event.key === "Enter" || event.key === " ") && target.closest("button, a, summary")) return;
      const action = current.current[event.key];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
