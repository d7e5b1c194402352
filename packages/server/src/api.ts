// What the API sends and takes, as types: the desk imports these and nothing else of the server.
import type { Claim, Incident } from "@annalist/core";
import type { ActorRow, ActorTie, Decision, NewDecision as NewStoredDecision, ReportRow } from "@annalist/store";
import type { Told } from "./work/told.ts";

export type { PlaceCandidate } from "@annalist/core";
export type {
  Actor,
  ActorRow,
  Bucket,
  Cell,
  Count,
  Decision,
  Facets,
  Hit,
  IncidentRow,
  Page,
  Period,
  ReportRow,
} from "@annalist/store";
export type { AuditEntry } from "./auth/audit.ts";
export type { Role, User } from "./auth/users.ts";
export type { Agreement } from "./review/agreement.ts";
export type { QueueItem } from "./review/queue.ts";
export type { Suggestion } from "./review/suggestions.ts";
export type { Chain } from "./work/chain.ts";
export type { ExportFormat } from "./work/exports.ts";

/** An incident with its ledger, its reports, the words of its members and what was decided of it. */
export interface IncidentWhole {
  incident: Incident;
  claims: Claim[];
  reports: ReportRow[];
  told: Told[];
  decisions: Decision[];
}

/** Who acts upon whom, among some actors. */
export interface Network {
  actors: ActorRow[];
  ties: ActorTie[];
}

/** `as`: who decides, where no account is needed. */
export type NewDecision = Omit<NewStoredDecision, "who"> & { as?: string };
