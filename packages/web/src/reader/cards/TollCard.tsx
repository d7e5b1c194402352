import type { Casualty } from "@annalist/core";
import { figure, type Lookup } from "../lookup.ts";
import { Chains } from "./VoiceCard.tsx";

export function TollCard({ toll, lookup, go }: { toll: Casualty; lookup: Lookup; go(id: string): void }) {
  return (
    <>
      <header>
        <span className="kind">toll</span>
        <TollLine toll={toll} lookup={lookup} />
      </header>
      {toll.attributions.length > 0 && (
        <p className="said">
          <Chains ids={toll.attributions} lookup={lookup} />
        </p>
      )}
      {toll.event && (
        <p className="stands">
          of{" "}
          <button type="button" className="link" onClick={() => go(toll.event!)}>
            event {lookup.number(toll.event)}
          </button>
        </p>
      )}
    </>
  );
}

/** "4 killed (combatants)", "at least 5 injured", "12–15 killed, a running total". */
export function TollLine({ toll, lookup }: { toll: Casualty; lookup: Lookup }) {
  const group = toll.group === "unknown" ? "" : toll.group === "aid-worker" ? "aid workers" : `${toll.group}s`;
  return (
    <span className="toll">
      <b className="num">{figure(toll)}</b> {toll.outcome}
      {toll.who && <q>{lookup.words(toll.who)}</q>}
      {group && <small className="code"> {group}</small>}
      {toll.cumulative && <small className="quiet"> a running total</small>}
    </span>
  );
}
