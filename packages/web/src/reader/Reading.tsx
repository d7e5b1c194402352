import type { Analysis, Report, Span } from "@annalist/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../design/keys.ts";
import { Windowed, type WindowedHandle } from "../design/Windowed.tsx";
import { count, plain } from "../design/words.ts";
import { Card } from "./cards/Card.tsx";
import { Layers } from "./Layers.tsx";
import { createLookup } from "./lookup.ts";
import { LAYERS, type Layer, marksOf } from "./marks.ts";
import { Text } from "./Text.tsx";
import "./reading.css";

interface Props {
  report: Report;
  analysis: Analysis;
  /** The mark to open at. */
  at?: string | undefined;
  select?: ((span: Span | undefined) => void) | undefined;
}

/** A report beside its cards: what the pointer or the arrow keys touch on one side is shown on the other. */
export function Reading({ report, analysis, at, select }: Props) {
  const marks = useMemo(() => marksOf(analysis), [analysis]);
  const lookup = useMemo(() => createLookup(analysis, report.text), [analysis, report.text]);
  const [shown, setShown] = useState<ReadonlySet<Layer>>(() => new Set(LAYERS));
  const visible = useMemo(() => marks.filter(({ layer }) => shown.has(layer)), [marks, shown]);
  const [picked, setPicked] = useState<string | undefined>(at);
  const [hovered, point] = useState<string>();
  const [goTo, setGoTo] = useState<number>();
  const cards = useRef<WindowedHandle>(null);
  const byId = useMemo(() => new Map(visible.map((mark, i) => [mark.id, { mark, i }])), [visible]);
  const active = byId.get(hovered ?? picked ?? "")?.mark ?? byId.get(picked ?? "")?.mark;

  const showCard = useCallback(
    (id: string) => {
      const found = byId.get(id);
      if (found) cards.current?.show(found.i);
    },
    [byId],
  );
  /** From a card, or by key: the text follows. */
  const go = useCallback(
    (id: string) => {
      const found = byId.get(id);
      if (!found) return;
      setPicked(id);
      point(undefined);
      setGoTo(found.mark.start);
      cards.current?.show(found.i);
    },
    [byId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address names another mark
  useEffect(() => {
    if (at) go(at);
  }, [at]);
  const step = (by: number) => {
    const i = active ? byId.get(active.id)!.i + by : by > 0 ? 0 : visible.length - 1;
    const next = visible[Math.max(0, Math.min(visible.length - 1, i))];
    if (next) go(next.id);
  };
  const toggle = (layer: Layer) =>
    setShown((now) => {
      const next = new Set(now);
      if (!next.delete(layer)) next.add(layer);
      return next;
    });
  useKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    j: () => step(1),
    k: () => step(-1),
    Escape: () => setPicked(undefined),
    ...Object.fromEntries(LAYERS.map((layer, i) => [String(i + 1), () => toggle(layer)])),
  });
  return (
    <div className="reading">
      <div className="reading-head">
        <Layers marks={marks} shown={shown} toggle={toggle} />
        <span className="about quiet small">
          {[report.outlet, report.published]
            .filter(Boolean)
            .map((each) => plain(each!))
            .join(" · ")}
        </span>
      </div>
      <Text
        text={report.text}
        headline={report.headline}
        marks={visible}
        active={active}
        goTo={goTo}
        point={point}
        pick={(id) => {
          setPicked(id);
          showCard(id);
        }}
        select={select}
      />
      <div className="cards">
        {visible.length === 0 ? (
          <p className="none quiet">
            {marks.length === 0 ? "Nothing was found in this text: no event, voice, toll, time or place." : "Every layer is off."}
          </p>
        ) : (
          <Windowed
            ref={cards}
            label={count(visible.length, "card")}
            items={visible}
            keyOf={({ id }) => id}
            estimate={96}
            render={(mark) => <Card mark={mark} lookup={lookup} active={mark === active} point={point} go={go} />}
          />
        )}
        {analysis.problems && analysis.problems.length > 0 && (
          <details className="problems">
            <summary>{count(analysis.problems.length, "note")} of the coder</summary>
            <ul>
              {analysis.problems.slice(0, 50).map(({ code, message, start }) => (
                <li key={`${code}${start}${message}`}>
                  {plain(message)} <code>{code}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}
