import { memo } from "react";
import type { Lookup } from "../lookup.ts";
import type { Mark } from "../marks.ts";
import { EventCard } from "./EventCard.tsx";
import { PlaceLine, TimeLine } from "./lines.tsx";
import { TollCard } from "./TollCard.tsx";
import { VoiceCard } from "./VoiceCard.tsx";
import "./cards.css";

interface Props {
  mark: Mark;
  lookup: Lookup;
  active: boolean;
  point(id: string): void;
  go(id: string): void;
}

/** The card of one mark; the active one says more. */
export const Card = memo(function Card({ mark, lookup, active, point, go }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k, or the arrows, go from card to card
    <article
      className="card"
      data-layer={mark.layer}
      data-card={mark.id}
      aria-current={active || undefined}
      onMouseEnter={() => point(mark.id)}
      onClick={() => go(mark.id)}
    >
      <Content mark={mark} lookup={lookup} active={active} go={go} />
    </article>
  );
});

function Content({ mark: { id, layer }, lookup, active, go }: Omit<Props, "point">) {
  const [place, time, toll] = [lookup.place(id), lookup.time(id), lookup.toll(id)];
  if (layer === "events") return <EventCard event={lookup.event(id)!} lookup={lookup} open={active} go={go} />;
  if (layer === "voices") return <VoiceCard voice={lookup.attribution(id)!} lookup={lookup} go={go} />;
  if (toll) return <TollCard toll={toll} lookup={lookup} go={go} />;
  return (
    <p className="line">
      <span className="kind">{layer === "places" ? "place" : "time"}</span>
      <span>
        {place && <PlaceLine place={place} lookup={lookup} />}
        {time && <TimeLine time={time} lookup={lookup} />}
      </span>
    </p>
  );
}
