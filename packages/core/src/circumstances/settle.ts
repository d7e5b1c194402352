import type { Document, Event, Knowledge, Place, Relation, Time } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { coordinate, followOn } from "./clauses.ts";
import { createMeasurer } from "./measured.ts";
import { share, within } from "./mentions.ts";
import { createScenes } from "./scene.ts";
import { isDay, storyOf } from "./story.ts";

/** What the stages before found. */
export interface Told {
  events: readonly Event[];
  relations: readonly Relation[];
  /** All times of the report. */
  times: readonly Time[];
  /** Those of them that tell when it was filed. */
  filed: readonly Time[];
  /** Places but that of the dateline. */
  places: readonly Place[];
}

/** Settles when and where each event happened, as far as the report as a whole tells. */
export interface Settler {
  settle(document: Document, told: Told): { events: Event[]; times: Time[] };
}

/**
 * Gives events whose own clause names no time or place those that the report implies: of another mention of the same
 * happening, of the deed that it is part of or joined to; counted from another's day ("two days after the raid"); for a
 * headline, of the lead that it sums up; of the deed just told, where the report goes on about it. What an event's own
 * clause says is never overruled. Returns new events, and the times with those that were counted.
 */
export function createSettler(knowledge: Knowledge): Settler {
  const measurer = createMeasurer(knowledge);
  const scenes = createScenes(knowledge);
  return {
    settle(document, { events, relations, times, filed, places }) {
      const usable = times.filter(
        (time) => (time.type === "DATE" || time.type === "TIME") && !filed.includes(time) && !time.value.endsWith("_REF"),
      );
      const story = storyOf(document, events, relations, usable, places);
      const all = new Map(times.map((time) => [time.id, time]));
      let fresh = times.length;
      const nextId = () => `t${++fresh}`;
      for (const what of ["times", "places"] as const) {
        share(story, what);
        within(story, what);
        coordinate(story, what);
        share(story, what);
        followOn(story, what);
        if (what === "times") {
          for (const time of measurer.measure(story, times, nextId)) {
            all.set(time.id, time);
            story.learn(time);
          }
          share(story, what);
        }
        scenes.headline(story, what);
        scenes.goOn(story, what);
        within(story, what);
        share(story, what);
        scenes.headline(story, what);
      }
      // A report that names no day but that of its dateline tells of that day.
      const only = filed.find(isDay);
      if (only && !usable.some(({ earliest }) => earliest !== undefined)) scenes.goOn(story, "times", only);
      return { events: [...story.events], times: [...all.values()].sort(byPosition) };
    },
  };
}
