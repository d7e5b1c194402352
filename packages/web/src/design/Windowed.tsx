import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type Ref, useImperativeHandle, useRef } from "react";

export interface WindowedHandle {
  /** Scrolls an item into view, and within it the element that a selector names. */
  show(index: number, selector?: string): void;
}

interface Props<T> {
  ref?: Ref<WindowedHandle>;
  label: string;
  items: readonly T[];
  keyOf(item: T): string | number;
  /** A usual item's height in pixels. */
  estimate: number;
  render(item: T, index: number): ReactNode;
  className?: string;
}
/** Fewer are laid out whole, so that the browser's own search finds everything. */
const FEW = 120;

/** A scrolled list that lays out what is in sight, however long it is. */
export function Windowed<T>({ ref, label, items, keyOf, estimate, render, className = "" }: Props<T>) {
  const scroller = useRef<HTMLElement>(null);
  const whole = items.length <= FEW;
  const window = useVirtualizer({
    count: whole ? 0 : items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (i) => keyOf(items[i]!),
    overscan: 6,
  });
  useImperativeHandle(ref, () => ({
    show(index, selector) {
      if (!whole) window.scrollToIndex(index, { align: "auto" });
      const reveal = () => {
        const item = scroller.current?.querySelector(`[data-index="${index}"]`);
        ((selector && item?.querySelector(selector)) || item)?.scrollIntoView({ block: "nearest" });
      };
      if (whole) reveal();
      else requestAnimationFrame(() => requestAnimationFrame(reveal));
    },
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`scroll ${className}`} ref={scroller} aria-label={label} tabIndex={0}>
      {whole ? (
        items.map((item, i) => (
          <div key={keyOf(item)} data-index={i}>
            {render(item, i)}
          </div>
        ))
      ) : (
        <div className="tall" style={{ height: window.getTotalSize() }}>
          {window.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              data-index={index}
              ref={window.measureElement}
              style={{ position: "absolute", insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
            >
              {render(items[index]!, index)}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
