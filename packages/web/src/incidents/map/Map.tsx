import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Cell } from "../../api/incidents.ts";
import { count, number } from "../../design/words.ts";
import { type Colours, draw, type Here } from "./draw.ts";
import type { Spot } from "./spots.ts";
import { degreesFor, FINE, fitted, toDegrees, type View, zoomed } from "./view.ts";
import { type Country, loadWorld } from "./world.ts";
import "./map.css";

interface Props {
  cells: Cell[];
  bbox: string | undefined;
  current: Here | undefined;
  setBox(bbox: string): void;
  setDegrees(degrees: number): void;
}

/** Where the incidents are, as precisely as is known: a disc is a place, a ring an area, a shade a whole country. */
export default function WorldMap({ cells, bbox, current, setBox, setDegrees }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const spots = useRef<Spot[]>([]);
  const [world, setWorld] = useState<Country[]>();
  const [view, setView] = useState<View>();
  const [size, setSize] = useState<[number, number]>([0, 0]);
  const [boxing, setBoxing] = useState(false);
  const [drawn, setDrawn] = useState<[number, number, number, number]>();
  const [over, setOver] = useState<Spot>();
  const dark = useDark();
  const [, navigate] = useLocation();
  const drag = useRef<{ x: number; y: number; view: View; box: boolean; moved: boolean }>(undefined);

  const fine = useRef(false);
  const closer = (view?.k ?? 0) > FINE;
  useEffect(() => {
    const scale = closer || fine.current ? "fine" : "coarse";
    fine.current ||= closer;
    void loadWorld(scale).then((loaded) => (scale === "fine" || !fine.current) && setWorld(loaded));
  }, [closer]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setSize([entry!.contentRect.width, entry!.contentRect.height]));
    watch.observe(canvas.current!);
    return () => watch.disconnect();
  }, []);
  const fit = useCallback(() => setView(fitted(cells, size[0], size[1])), [cells, size]);
  // Once, when there is something to show; afterwards the view is the reader's.
  useEffect(() => {
    if (!view && size[0] > 0 && cells.length > 0) fit();
  }, [view, size, cells, fit]);
  const degrees = view && degreesFor(view);
  useEffect(() => {
    if (degrees) setDegrees(degrees);
  }, [degrees, setDegrees]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read from the page
  useEffect(() => {
    const element = canvas.current!;
    const ratio = devicePixelRatio || 1;
    const [width, height] = size;
    if (width === 0) return;
    element.width = width * ratio;
    element.height = height * ratio;
    const box = drawn ?? (bbox?.split(",").map(Number) as [number, number, number, number] | undefined);
    const shown = view ?? fitted([], width, height);
    spots.current = draw(element, { view: shown, world: world ?? [], cells, box, current, colours: coloursOf(element), ratio });
  }, [view, size, world, cells, bbox, drawn, current, dark]);

  const place = (event: { clientX: number; clientY: number }): [number, number] => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const spotAt = ([x, y]: [number, number]) => spots.current.findLast((spot) => Math.hypot(spot.x - x, spot.y - y) <= spot.r);
  const zoom = (factor: number, at: [number, number] = [size[0] / 2, size[1] / 2]) =>
    setView((now) => now && zoomed(now, factor, ...at));
  const pan = (x: number, y: number) => setView((now) => now && { ...now, x: now.x + x, y: now.y + y });
  // React listens to the wheel passively; here the page must not scroll.
  useEffect(() => {
    const element = canvas.current!;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      setView((now) => now && zoomed(now, 2 ** (-event.deltaY / 300), event.clientX - left, event.clientY - top));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, []);

  return (
    <div className="map">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={`Map of ${count(
          cells.reduce((sum, { incidents }) => sum + incidents, 0),
          "incident",
        )} with a place. Arrow keys pan, plus and minus zoom.`}
        data-boxing={boxing || undefined}
        onPointerDown={(event) => {
          if (!view) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const [x, y] = place(event);
          drag.current = { x, y, view, box: boxing || event.shiftKey, moved: false };
        }}
        onPointerMove={(event) => {
          const [x, y] = place(event);
          const from = drag.current;
          if (!from) return setOver(spotAt([x, y]));
          if (Math.hypot(x - from.x, y - from.y) > 3) from.moved = true;
          if (from.box) setDrawn(boxOf(from.view, from.x, from.y, x, y));
          else if (from.moved) setView({ ...from.view, x: from.view.x + x - from.x, y: from.view.y + y - from.y });
        }}
        onPointerUp={(event) => {
          const from = drag.current;
          drag.current = undefined;
          if (from?.box && drawn) {
            setBox(wordsOf(drawn));
            setBoxing(false);
          } else if (from && !from.moved) {
            const spot = spotAt(place(event));
            if (spot?.cell.incident) navigate(`/incidents/${encodeURIComponent(spot.cell.incident)}`);
            else if (spot) zoom(2.5, [spot.x, spot.y]);
          }
          setDrawn(undefined);
        }}
        onPointerLeave={() => setOver(undefined)}
        onKeyDown={(event) => {
          const keys: Record<string, () => void> = {
            "+": () => zoom(1.5),
            "=": () => zoom(1.5),
            "-": () => zoom(1 / 1.5),
            ArrowLeft: () => pan(60, 0),
            ArrowRight: () => pan(-60, 0),
            ArrowUp: () => pan(0, 60),
            ArrowDown: () => pan(0, -60),
            Home: fit,
          };
          if (!keys[event.key]) return;
          event.preventDefault();
          keys[event.key]!();
        }}
      />
      <div className="map-tools">
        <button type="button" className="button" onClick={() => zoom(1.6)} aria-label="Closer">
          +
        </button>
        <button type="button" className="button" onClick={() => zoom(1 / 1.6)} aria-label="Wider">
          −
        </button>
        <button type="button" className="button" onClick={fit} title="show all">
          All
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={boxing}
          onClick={() => setBoxing(!boxing)}
          title="draw a box (or hold Shift)"
        >
          Box
        </button>
        <button
          type="button"
          className="button"
          title="only what lies in the part that is shown"
          onClick={() => view && setBox(wordsOf(boxOf(view, 0, 0, ...size)))}
        >
          In view
        </button>
        {bbox && (
          <button type="button" className="button" onClick={() => setBox("")}>
            ✕ Box
          </button>
        )}
      </div>
      <ul className="legend" aria-label="Signs of the map">
        <li>
          <i className="sign disc" /> place
        </li>
        <li>
          <i className="sign ring" /> area
        </li>
        <li>
          <i className="sign shade" /> country, region
        </li>
      </ul>
      {over && (
        <output className="map-over" style={{ left: over.x, top: over.y }}>
          {count(over.cell.incidents, "incident")}
          {over.cell.killed > 0 && `, ${number(over.cell.killed)} dead at least`}
          <small> {over.cell.precision}</small>
        </output>
      )}
    </div>
  );
}

const wordsOf = (box: readonly number[]) => box.map((each) => each.toFixed(3)).join(",");

function boxOf(view: View, x1: number, y1: number, x2: number, y2: number): [number, number, number, number] {
  const [west, north] = toDegrees(view, Math.min(x1, x2), Math.min(y1, y2));
  const [east, south] = toDegrees(view, Math.max(x1, x2), Math.max(y1, y2));
  return [Math.max(-180, west), south, Math.min(180, east), north];
}

/** The tokens as a canvas can use them. */
function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  element.parentElement!.append(probe);
  const of = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    sea: of("--sunk"),
    land: of("--surface"),
    line: of("--coast"),
    mark: of("--mconf"),
    text: of("--ink"),
    chosen: of("--focus"),
  };
  probe.remove();
  return colours;
}

const themeNow = () => `${document.documentElement.dataset.theme ?? ""}${matchMedia("(prefers-color-scheme: dark)").matches}`;
/** Changes with the theme, whoever changes it. */
function useDark(): string {
  const [dark, setDark] = useState(themeNow);
  useEffect(() => {
    const update = () => setDark(themeNow());
    const media = matchMedia("(prefers-color-scheme: dark)");
    media.addEventListener("change", update);
    const watch = new MutationObserver(update);
    watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      media.removeEventListener("change", update);
      watch.disconnect();
    };
  }, []);
  return dark;
}
