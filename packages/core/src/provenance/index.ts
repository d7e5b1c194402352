import type { Document, Knowledge, ReportHead } from "../model/index.ts";
import { creditsOf, outletsOf } from "./credits.ts";
import { createRarity } from "./rarity.ts";
import { signatureOf } from "./signature.ts";
import { termsOf } from "./terms.ts";

/** Where a report's text comes from and what it is about, small enough to compare a hundred thousand reports by. */
export interface Provenance {
  read(document: Document): Pick<ReportHead, "credits" | "signature" | "terms">;
}

export function createProvenance(knowledge: Knowledge): Provenance {
  const outlets = outletsOf(knowledge);
  const rarity = createRarity(knowledge);
  return {
    read(document) {
      const credits = creditsOf(document, outlets);
      const signature = signatureOf(document);
      const terms = termsOf(document, rarity, credits);
      return {
        ...(credits.length > 0 && { credits }),
        ...(signature && { signature }),
        ...(Object.keys(terms).length > 0 && { terms }),
      };
    },
  };
}
