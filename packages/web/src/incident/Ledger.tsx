import type { Claim } from "@annalist/core";
import { useMemo } from "react";
import type { ReportRow } from "../api/reports.ts";
import { count, day, short } from "../design/words.ts";
import { ledgerOf, type Said } from "./ledger.ts";

interface Props {
  claims: Claim[];
  reports: ReportRow[];
  chosen: Claim | undefined;
  choose(claim: Claim): void;
}

/** Sources down, attributes across; every value opens the words it was read from. ≠ differs from most, ⤳ was revised later. */
export function Ledger({ claims, reports, chosen, choose }: Props) {
  const { columns, lines } = useMemo(() => ledgerOf(claims, reports), [claims, reports]);
  if (lines.length === 0) return <p className="quiet">No claim is on record for this incident.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ledger-scroll" tabIndex={0} aria-label="Ledger of claims">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">source</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.narrator}${line.source}`}>
              <th scope="row">
                {short(line.source, 60)}
                {line.unnamed && <span className="tag unnamed">unnamed</span>}
                <small className="quiet">
                  {line.narrator
                    ? "the report itself"
                    : `in ${line.outlets.length > 2 ? count(line.outlets.length, "outlet") : short(line.outlets.join(", "), 40)}`}
                </small>
              </th>
              {columns.map((column) => (
                <td key={column}>
                  {(line.cells.get(column) ?? []).map((said) => (
                    <Value key={said.value} said={said} chosen={chosen} choose={choose} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet key">
        <span className="differs">≠</span> differs from what most origins say · <span className="revised">⤳</span> revised later
        by the same source · each value opens its quotation
      </p>
    </section>
  );
}

function Value({ said, chosen, choose }: { said: Said; chosen: Claim | undefined; choose(claim: Claim): void }) {
  const [first] = said.claims;
  const at = said.claims.indexOf(chosen!);
  return (
    <button
      type="button"
      className="claim"
      data-differs={said.differs || undefined}
      data-revised={said.revised || undefined}
      aria-pressed={at >= 0}
      title={`${said.claims.map(({ outlet, published, report }) => [outlet ?? report, published && day(published)].filter(Boolean).join(", ")).join("\n")}`}
      // Pressed again, the next report that says the same.
      onClick={() => choose(said.claims[(at + 1) % said.claims.length] ?? first!)}
    >
      {said.differs && (
        <i className="differs">
          ≠ <span className="hidden">differs: </span>
        </i>
      )}
      {short(said.label, 48)}
      {said.revised && (
        <i className="revised">
          {" "}
          ⤳<span className="hidden"> revised later</span>
        </i>
      )}
      {said.claims.length > 1 && <small className="quiet"> ×{said.claims.length}</small>}
    </button>
  );
}
