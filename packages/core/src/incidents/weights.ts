/**
 * What speaks for one happening and what against it, in natural log-odds. docs/incidents.md gives the reason of each. The
 * starting odds are those of two happenings of one kind that were found near one another in place, time or subject.
 */
export const WEIGHTS = {
  /** Two that share a block are one in some thirty cases. */
  prior: -3.5,
  /** Of a month's incidents of a kind one in thirty falls on a given day: ln 30. A week and a month tell less. */
  sameDay: 3,
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
  samePlace: 2.5,
  sameArea: 1.5,
  nearby: 0.8,
  sameProvince: 0.8,
  sameCountry: 0.3,
  sameUnresolved: 1.8,
  placeApart: -1.5,
  placeFar: -2.5,
  otherCountry: -3,
  sameMode: 1,
  likeMode: 0.3,
  looseMode: -0.3,
  otherMode: -1.8,
  sameWord: 0.6,
  sameWordOther: 1.2,
  otherWord: -1.2,
  sameActor: 1.5,
  sameState: 0.6,
  likeActor: 0.5,
  otherActor: -1,
  sameRecipient: 1.2,
  likeRecipient: 0.5,
  otherRecipient: -0.8,
  /** Who strikes and who is struck change places: the answer, and not the attack. */
  reversed: -2.5,
  sameToll: 1.5,
  sameSmallToll: 0.6,
  sameSingle: 0.2,
  nearToll: 0.4,
  otherToll: -1,
  /** Reports of one story; by how alike their words are. */
  storyMost: 3,
  storyLeast: -1.5,
  storyBackground: 1.2,
  bothMain: 0.7,
} as const;
