import { useEffect, useRef } from "react";

/** What single keys do on a page. A key is written as in `KeyboardEvent.key`. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Binds single keys while the component is shown; never while someone types, nor with a modifier held. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || !isCommand(event)) return;
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

/** Nobody types, and nothing is held: the key is meant for the page. */
const isCommand = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !(target as HTMLElement).closest("input, textarea, select, dialog, [contenteditable]");

/** How long the first key of two is remembered, milliseconds. */
const REMEMBERED = 1500;

/** Binds keys behind another one, as "g i". What follows the first key reaches nobody else: "a" alone may decide something. */
export function useKeysBehind(first: string, keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    let since = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (!isCommand(event)) return;
      if (performance.now() - since < REMEMBERED) {
        since = Number.NEGATIVE_INFINITY;
        event.preventDefault();
        event.stopImmediatePropagation();
        current.current[event.key]?.(event);
      } else if (event.key === first) since = performance.now();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [first]);
}
