import type { Span } from "@annalist/core";
import { memo, useEffect, useMemo, useRef } from "react";
import { Windowed, type WindowedHandle } from "../design/Windowed.tsx";
import { pieces } from "../design/words.ts";
import type { Mark } from "./marks.ts";
import { blockAt, blocksOf, byBlock, runsOf } from "./runs.ts";
import "./text.css";

interface Props {
  text: string;
  headline?: Span | undefined;
  marks: Mark[];
  active: Mark | undefined;
  /** Where to bring the text when it changes: an offset. */
  goTo?: number | undefined;
  point(id: string | undefined): void;
  pick(id: string): void;
  /** A stretch that the reader selected. */
  select?: ((span: Span | undefined) => void) | undefined;
}

/** The report with its marks. Text from outside is only ever text: what is unseen in it is shown by its code point. */
export function Text({ text, headline, marks, active, goTo, point, pick, select }: Props) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  const placed = useMemo(() => byBlock(blocks, marks), [blocks, marks]);
  const list = useRef<WindowedHandle>(null);
  useEffect(() => {
    if (goTo !== undefined) list.current?.show(blockAt(blocks, goTo), `[data-at="${goTo}"]`);
  }, [goTo, blocks]);
  const idAt = (target: EventTarget) =>
    (target as HTMLElement).closest?.<HTMLElement>("[data-marks]")?.dataset.marks?.split(" ")[0];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the cards beside the text are the way by keyboard
    // biome-ignore lint/a11y/useKeyWithMouseEvents: the same
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      className="text"
      data-active={active ? "" : undefined}
      onMouseOver={({ target }) => point(idAt(target))}
      onMouseLeave={() => point(undefined)}
      onClick={({ target }) => {
        const id = idAt(target);
        if (id && getSelection()?.isCollapsed !== false) pick(id);
      }}
      onMouseUp={() => select?.(selection())}
    >
      <Windowed
        ref={list}
        label="Report text"
        items={blocks}
        keyOf={({ start }) => start}
        estimate={120}
        render={(block, i) => {
          const here =
            active && [...active.parts, ...active.roles].some(({ start, end }) => start < block.end && end > block.start)
              ? active
              : undefined;
          const isHeadline = headline && headline.start < block.end && headline.end > block.start;
          return <Block text={text} block={block} marks={placed[i]!} active={here} headline={Boolean(isHeadline)} />;
        }}
      />
    </div>
  );
}

interface BlockProps {
  text: string;
  block: Span;
  marks: Mark[];
  active: Mark | undefined;
  headline: boolean;
}
const Block = memo(function Block({ text, block, marks, active, headline }: BlockProps) {
  const runs = runsOf(block, marks, active);
  return (
    <p
      className={["block", headline ? "headline" : "", text.slice(block.start, block.end).trim() === "" ? "blank" : ""].join(" ")}
    >
      {runs.map((run) => (
        <span
          key={run.start}
          className={[
            "run",
            ...run.kinds.map((kind) => `k-${kind}`),
            run.depth > 1 ? "deep" : "",
            active && run.marks.includes(active.id) ? "on" : "",
          ].join(" ")}
          data-at={run.start}
          data-marks={run.marks.length > 0 ? run.marks.join(" ") : undefined}
          data-role={run.role}
        >
          <Characters text={text.slice(run.start, run.end)} at={run.start} />
        </span>
      ))}
    </p>
  );
});

/** Characters of a report, the unseen ones by a small sign with their code point. */
function Characters({ text, at }: { text: string; at: number }) {
  return pieces(text).map((piece) =>
    piece.unseen ? (
      <span
        key={piece.at}
        className="unseen"
        data-at={at + piece.at}
        data-code={piece.unseen}
        title={`${piece.unseen}, an unseen character`}
      />
    ) : (
      <span key={piece.at} data-at={at + piece.at}>
        {piece.text}
      </span>
    ),
  );
}

/** The selected stretch as offsets into the report; nothing when none is selected, or it leaves the text. */
function selection(): Span | undefined {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0);
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const at = element?.closest<HTMLElement>("[data-at]")?.dataset.at;
  return at === undefined ? undefined : Number(at) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
}
