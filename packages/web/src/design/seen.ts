import { type RefCallback, useCallback, useState } from "react";

/** Whether an element has come into sight yet: what is costly is fetched then, and not before. */
export function useSeen(): { ref: RefCallback<Element>; seen: boolean } {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((element: Element | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      setSeen(true);
      watch.disconnect();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { ref, seen };
}
