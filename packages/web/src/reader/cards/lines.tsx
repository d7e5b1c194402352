import type { Place, Time } from "@annalist/core";
import { days, plain } from "../../design/words.ts";
import type { Lookup } from "../lookup.ts";

/** A place in the report's words, what it was resolved to, and how precise that is. */
export function PlaceLine({ place, lookup }: { place: Place; lookup: Lookup }) {
  const words = lookup.words(place);
  const within = [place.admin1, place.country].filter((each) => each && each !== words && each !== place.name).join(", ");
  return (
    <>
      {words}
      {place.name !== words && <span className="full"> = {plain(place.name)}</span>}
      {within && <small className="code"> {within}</small>}
      <small className="quiet">{place.precision ? ` ${place.precision}` : " not resolved"}</small>
    </>
  );
}

/** A time in the report's words, and the days it stands for. */
export function TimeLine({ time, lookup }: { time: Time; lookup: Lookup }) {
  return (
    <>
      {time.earliest && time.latest ? days(time.earliest, time.latest) : <span className="code">{time.value}</span>}{" "}
      <span className="quiet">“{lookup.words(time)}”</span>
    </>
  );
}
