/**
 * What speaks for one happening and what against it, in natural log-odds. docs/incidents.md gives the reason of each. The
 * starting odds are those of two happenings of one kind that were found near one another in place, time or subject.
 */
export const WEIGHTS = {
  /** Two that share a block are one in some thirty cases. */
  prior: -3.5,
  /** Of a month's incidents of a kind one in thirty falls on a given day: ln 30. A week and a month tell less. */
  sameDay: 2.5,
  sameDays: 1.5,
  sameWeek: 1,
  sameMonth: 0.3,
  /** Night shifts dates by a day, and a report its day of writing; two days are two happenings. */
  dayApart: -2,
  daysApart: -4,
  weeksApart: -6,
  /** It cannot happen after it was reported. */
  afterReport: -6,
  justBefore: 0.7,
  /** Nothing says that they were at one time. */
  noDay: -0.5,
  /** What a report is about happened within days of it. */
  stale: -2.5,
  /** What was announced may have come to pass, or may be another thing. */
  otherModality: -1.5,
  samePlace: 2,
  sameArea: 1.4,
  nearby: 0.8,
  sameProvince: 0.8,
  otherProvince: -2.5,
  sameCountry: 0.3,
  sameUnresolved: 1.8,
  placeApart: -2.5,
  placeFar: -4,
  otherCountry: -4,
  otherCountryAtLarge: -2.5,
  neighbourAtLarge: -1,
  sameMode: 1,
  likeMode: 0.3,
  looseMode: -0.5,
  otherMode: -3,
  /** An attack has several weapons, and a weapon several words. */
  sameInstrument: 0.5,
  otherInstrument: -0.5,
  sameWord: 0.8,
  sameWordOther: 1.6,
  otherWord: -1.2,
  sameActor: 1.5,
  sameState: 0.6,
  likeActor: 0.5,
  otherActor: -1,
  /** What is said is whose it is: two who condemn one strike are two. */
  otherSpeaker: -9,
  sameRecipient: 1.2,
  likeRecipient: 0.5,
  otherRecipient: -0.8,
  /** What was hit is told in many words, so other words say little. */
  otherNoun: -0.4,
  /** Who strikes and who is struck change places: the answer, and not the attack. */
  reversed: -2.5,
  sameToll: 1.5,
  sameSmallToll: 0.6,
  sameSingle: 0.2,
  nearToll: 0.4,
  otherToll: -1,
  farToll: -2,
  /** Reports of one story; by how alike their words are. */
  storyMost: 2.5,
  storyLeast: -0.8,
  storyBackground: 2,
  bothMain: 0.7,
  /** What is recalled in passing was news before: likelier than not one of the incidents at hand. */
  recalled: 1,
} as const;
