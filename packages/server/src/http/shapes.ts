// The shapes of the API, as its OpenAPI document tells them. Analyses, incidents and claims are those of the formats that
// the command line prints; what of them a caller relies on is spelt out here.
import Type, { type TSchema } from "typebox";

const id = () => Type.String({ minLength: 1 });
const isoDay = () => Type.String({ description: "ISO 8601 day" });
const open = { additionalProperties: true } as const;

export const SpanShape = Type.Object(
  { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) },
  { description: "UTF-16 code units, half-open" },
);
export const HitShape = Type.Object(
  { text: Type.String(), marks: Type.Array(SpanShape) },
  { description: "Words found, with what stands around them; marks count into this text" },
);
export const CountShape = Type.Object({ value: Type.String(), label: Type.Optional(Type.String()), count: Type.Integer() });

/** A page of a list. */
export const PageOf = (item: TSchema) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Optional(Type.String({ description: "Ask with after=… for the next page; absent on the last" })),
  });
export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
  after: Type.Optional(Type.String({ description: "The `next` of the page before" })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
};

export const ReportShape = Type.Object(
  {
    id: id(),
    text: Type.String(),
    headline: Type.Optional(SpanShape),
    published: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    outlet: Type.Optional(Type.String()),
    language: Type.Optional(Type.String()),
  },
  open,
);
export const NewReportShape = Type.Object({
  id: Type.Optional(id()),
  text: Type.String({ minLength: 1, maxLength: 2_000_000 }),
  headline: Type.Optional(SpanShape),
  published: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d" })),
  url: Type.Optional(Type.String()),
  outlet: Type.Optional(Type.String()),
  language: Type.Optional(Type.String()),
});
export const AnalysisShape = Type.Object(
  {
    schema: Type.Literal("annalist/1"),
    report: Type.Object({ id: Type.String(), sha256: Type.String() }, open),
    producer: Type.Object({ version: Type.String(), model: Type.String(), lexicon: Type.String() }),
    sentences: Type.Array(SpanShape),
    entities: Type.Array(Type.Object({ id: id(), name: Type.String(), kind: Type.String() }, open)),
    places: Type.Array(Type.Object({ id: id(), name: Type.String() }, open)),
    times: Type.Array(Type.Object({ id: id(), type: Type.String(), value: Type.String() }, open)),
    events: Type.Array(Type.Object({ id: id(), type: Type.String(), trigger: SpanShape, evidence: SpanShape }, open)),
    attributions: Type.Array(Type.Object({ id: id(), content: Type.Array(SpanShape) }, open)),
    casualties: Type.Array(Type.Object({ id: id(), outcome: Type.String(), low: Type.Number(), best: Type.Number() }, open)),
    relations: Type.Array(Type.Object({ id: id(), type: Type.String(), from: id(), to: id() }, open)),
  },
  open,
);
export const ReportRowShape = Type.Object(
  {
    id: id(),
    version: Type.Integer(),
    title: Type.String(),
    length: Type.Integer(),
    published: Type.Optional(Type.String()),
    outlet: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    language: Type.Optional(Type.String()),
    events: Type.Optional(Type.Integer()),
    hit: Type.Optional(HitShape),
  },
  open,
);

const statuses = ["single-source", "corroborated", "disputed", "denied"] as const;
export const StatusShape = Type.Enum(statuses);
const range = Type.Object({ low: Type.Number(), high: Type.Number() });
export const IncidentRowShape = Type.Object(
  {
    id: id(),
    type: Type.String(),
    mode: Type.Optional(Type.String()),
    status: StatusShape,
    earliest: Type.Optional(isoDay()),
    latest: Type.Optional(isoDay()),
    place: Type.Optional(Type.String()),
    country: Type.Optional(Type.String()),
    latitude: Type.Optional(Type.Number()),
    longitude: Type.Optional(Type.Number()),
    precision: Type.Optional(Type.String()),
    actors: Type.Array(Type.String()),
    recipients: Type.Array(Type.String()),
    killed: Type.Optional(range),
    injured: Type.Optional(range),
    origins: Type.Integer(),
    reports: Type.Integer(),
    hit: Type.Optional(HitShape),
  },
  open,
);
export const IncidentShape = Type.Object(
  {
    id: id(),
    kind: Type.Literal("incident"),
    type: Type.String(),
    status: StatusShape,
    members: Type.Array(Type.Object({ report: id(), event: Type.Optional(id()) }, open)),
    places: Type.Array(Type.Object({ name: Type.String(), reports: Type.Integer() }, open)),
    dates: Type.Array(Type.Object({ earliest: isoDay(), latest: isoDay(), reports: Type.Integer() }, open)),
    tolls: Type.Array(
      Type.Object({ outcome: Type.String(), low: Type.Number(), best: Type.Number(), source: Type.String(), report: id() }, open),
    ),
    origins: Type.Integer(),
    originGroups: Type.Array(Type.Array(Type.String())),
  },
  open,
);
export const ClaimShape = Type.Object(
  {
    incident: id(),
    attribute: Type.String(),
    value: Type.String(),
    label: Type.String(),
    report: id(),
    event: Type.String(),
    start: Type.Integer(),
    end: Type.Integer(),
    origin: Type.Integer(),
  },
  open,
);
export const SubjectShape = Type.Object({
  incident: Type.Optional(id()),
  report: Type.Optional(id()),
  version: Type.Optional(Type.Integer()),
  event: Type.Optional(id()),
  field: Type.Optional(Type.String()),
  trigger: Type.Optional(SpanShape),
});
const MemberShape = Type.Object({ report: id(), event: Type.Optional(id()) });
export const NewDecisionShape = Type.Object({
  kind: Type.Enum(["accept", "correct", "reject", "merge", "split", "pin", "undo"]),
  subject: SubjectShape,
  why: Type.Optional(Type.String({ maxLength: 4000 })),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
  pins: Type.Optional(
    Type.Array(
      Type.Object({ a: MemberShape, b: MemberShape, decision: Type.Enum(["must", "cannot"]), why: Type.Optional(Type.String()) }),
    ),
  ),
  undoes: Type.Optional(Type.Integer()),
  ifLast: Type.Optional(Type.Integer()),
  as: Type.Optional(Type.String({ maxLength: 64, description: "Who decides, where no account is needed" })),
});
export const DecisionShape = Type.Object(
  { seq: Type.Integer(), at: Type.String(), who: Type.String(), kind: Type.String(), subject: SubjectShape },
  open,
);
export const ActorRowShape = Type.Object(
  {
    key: id(),
    name: Type.String(),
    kind: Type.String(),
    country: Type.Optional(Type.String()),
    sector: Type.Optional(Type.String()),
    reports: Type.Integer(),
  },
  open,
);
