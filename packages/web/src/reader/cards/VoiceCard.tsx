import type { Attribution } from "@annalist/core";
import { Fragment } from "react";
import { short } from "../../design/words.ts";
import { chainsOf, type Lookup, type Voice, voiceOf } from "../lookup.ts";

/** A voice: who says it, how, and which events stand on it. */
export function VoiceCard({ voice, lookup, go }: { voice: Attribution; lookup: Lookup; go(id: string): void }) {
  const [chain = []] = chainsOf(lookup, [voice.id]);
  const outer = chain.slice(1);
  return (
    <>
      <header>
        <span className="kind">voice</span>
        <span className="tag">{voice.stance}</span>
        {voice.kind !== "indirect" && <span className="tag">{voice.kind === "direct" ? "quoted" : "quoted in part"}</span>}
      </header>
      <p className="said">
        <VoiceWords voice={voiceOf(lookup, voice, true)} />
        {outer.map((each) => (
          <Fragment key={each.id}>
            , <VoiceWords voice={each} />
          </Fragment>
        ))}
        {": "}
        <q>{short(voice.content.map((span) => lookup.words(span)).join(" … "), 150)}</q>
      </p>
      {voice.events.length > 0 && (
        <p className="stands">
          carries{" "}
          {voice.events.map((id, i) => (
            <Fragment key={id}>
              {i > 0 && " "}
              <button type="button" className="link" onClick={() => go(id)} title={`go to event ${lookup.number(id)}`}>
                {lookup.number(id)}
              </button>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

/** Chains of voices, one a line, the innermost first. */
export function Chains({ ids, lookup }: { ids: readonly string[]; lookup: Lookup }) {
  return chainsOf(lookup, ids).map((chain) => (
    <span key={chain[0]!.id} className="chain">
      {chain.map((voice, i) => (
        <Fragment key={voice.id}>
          {i > 0 && <span className="arrow"> ← </span>}
          <VoiceWords voice={voice} />
        </Fragment>
      ))}
    </span>
  ));
}

function VoiceWords({ voice }: { voice: Voice }) {
  return (
    <>
      {voice.how !== "according to" && <i>{voice.how} </i>}
      {short(voice.who, 110)}
      {voice.note && <span className="quiet"> {voice.note}</span>}
      {voice.unnamed && <span className="tag unnamed">unnamed</span>}
    </>
  );
}
