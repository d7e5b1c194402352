import type { PloverType } from "../model/index.ts";

interface Scale {
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  quad: 1 | 2 | 3 | 4;
  /** The CAMEO root that the PLOVER type took over. */
  root: string;
}

/** PLOVER types by quad class and CAMEO root, as the PLOVER manual relates them. */
const SCALES: Record<PloverType, Scale> = {
  AGREE: { quad: 1, root: "03" },
  CONSULT: { quad: 1, root: "04" },
  SUPPORT: { quad: 1, root: "05" },
  CONCEDE: { quad: 1, root: "08" },
  COOPERATE: { quad: 2, root: "06" },
  AID: { quad: 2, root: "07" },
  RETREAT: { quad: 2, root: "08" },
  REQUEST: { quad: 3, root: "10" },
  ACCUSE: { quad: 3, root: "11" },
  REJECT: { quad: 3, root: "12" },
  THREATEN: { quad: 3, root: "13" },
  PROTEST: { quad: 4, root: "14" },
  MOBILIZE: { quad: 4, root: "15" },
  SANCTION: { quad: 4, root: "16" },
  COERCE: { quad: 4, root: "17" },
  ASSAULT: { quad: 4, root: "18" },
};

/** Goldstein scores of CAMEO's roots, from -10 (conflict) to 10 (cooperation), as CAMEO's scale gives them. */
const GOLDSTEIN: Record<string, number> = {
  "01": 0,
  "02": 3,
  "03": 4,
  "04": 1,
  "05": 3.5,
  "06": 6,
  "07": 7,
  "08": 5,
  "09": -2,
  "10": -5,
  "11": -2,
  "12": -4,
  "13": -6,
  "14": -6.5,
  "15": -7.2,
  "16": -4,
  "17": -7,
  "18": -9,
  "19": -10,
  "20": -10,
};

export const quadOf = (type: PloverType): number => SCALES[type].quad;
/** The event's own CAMEO code, else the root of its type. */
export const cameoOf = ({ type, cameo }: { type: PloverType; cameo?: string }): string => cameo ?? SCALES[type].root;
export const goldstein = (cameo: string): number => GOLDSTEIN[cameo.slice(0, 2)] ?? 0;

/** GDELT's four classes go by the root: 01–05, 06–08, 09–13, 14–20. */
export function quadClass(cameo: string): number {
  const root = Number(cameo.slice(0, 2));
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}
