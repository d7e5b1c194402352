import type { Document, Entity, Event, Knowledge, Place, Relation, Report, Time } from "../model/index.ts";
import { parseIsoDay } from "../shared/calendar.ts";
import { byPosition } from "../shared/spans.ts";
import { coordinate, followOn, partDays } from "./clauses.ts";
import { nameDoers, readDoers } from "./doers.ts";
import { shareManner } from "./manner.ts";
import { createMeasurer } from "./measured.ts";
import { share, shareActors, turnOnDoers, within } from "./mentions.ts";
import { createScenes } from "./scene.ts";
import { isDay, storyOf } from "./story.ts";

/** What the stages before found. */
export interface Told {
  entities: readonly Entity[];
  events: readonly Event[];
  relations: readonly Relation[];
  /** All times of the report. */
  times: readonly Time[];
  /** Those of them that tell when it was filed. */
  filed: readonly Time[];
  /** Places but that of the dateline. */
  places: readonly Place[];
  /** The places of the dateline. */
  from: readonly Place[];
}

/** Settles when and where each event happened, as far as the report as a whole tells. */
export interface Settler {
  settle(document: Document, report: Report, told: Told): { events: Event[]; times: Time[] };
}

/**
 * Gives events whose own clause names no actor, time or place those that the report implies: of another mention of the same
 * happening, of the deed that it is part of or joined to; counted from another's day ("two days after the raid"); for a
 * headline, of the lead that it sums up; of the deed just told, where the report goes on about it. What an event's own
 * clause says is never overruled. Returns new events, and the times with those that were counted.
 */
export function createSettler(knowledge: Knowledge): Settler {
  const measurer = createMeasurer(knowledge);
  const scenes = createScenes(knowledge);
  const doers = readDoers(knowledge);
  return {
    settle(document, report, { entities, events, relations, times, filed, places, from }) {
      const usable = times.filter(
        (time) => (time.type === "DATE" || time.type === "TIME") && !filed.includes(time) && !time.value.endsWith("_REF"),
      );
      const story = storyOf(document, events, relations, usable, places);
      const published = parseIsoDay(report.published?.trim() ?? "");
      let fresh = times.length;
      const nextId = () => `t${++fresh}`;
      for (const cluster of story.clusters) shareManner(cluster);
      nameDoers(doers, document, entities, story.events);
      shareActors(story);
      turnOnDoers(story, story.reactions);
      for (const what of ["times", "places"] as const) {
        if (what === "times") partDays(story);
        share(story, what);
        within(story, what);
        coordinate(story, what);
        share(story, what);
        followOn(story, what);
        if (what === "times") measurer.measure(story, times, nextId, published);
        share(story, what);
        if (what === "places") scenes.dateline(story, from[0]);
        scenes.headline(story, what);
        scenes.goOn(story, what);
        if (what === "times") measurer.measure(story, times, nextId, published);
        within(story, what);
        share(story, what);
        scenes.headline(story, what);
      }
      scenes.enclose(story);
      // A report that names no day but that of its dateline tells of that day.
      const only = filed.find(isDay);
      if (only && !usable.some(({ earliest }) => earliest !== undefined)) scenes.goOn(story, "times", only);
      const all = new Map([...times.map((time) => [time.id, time] as const), ...story.learnt]);
      return { events: [...story.events], times: [...all.values()].sort(byPosition) };
    },
  };
}
