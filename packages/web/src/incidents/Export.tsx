import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { exportAddress, fetchFormats } from "../api/export.ts";
import type { Filters } from "../api/incidents.ts";
import { Dialog, Failure, Loading } from "../design/parts.tsx";
import { count } from "../design/words.ts";
import "./export.css";

/** Takes the incidents that match away as files of a codebook. */
export function Export({ filters, total }: { filters: Filters; total: number | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button bare" aria-haspopup="dialog" disabled={!total} onClick={() => setOpen(true)}>
        Export …
      </button>
      {open && <Formats filters={filters} total={total ?? 0} close={() => setOpen(false)} />}
    </>
  );
}

function Formats({ filters, total, close }: { filters: Filters; total: number; close: () => void }) {
  const { data, error } = useQuery({ queryKey: ["formats"], queryFn: ({ signal }) => fetchFormats(signal), staleTime: Infinity });
  return (
    <Dialog title={`Export ${count(total, "incident")}`} close={close}>
      <p className="small quiet">
        Each archive holds the rows, their evidence (for every cell the quotation, its report and its place in it), and what the
        codebook’s rules leave out, with the rule.
      </p>
      {error ? (
        <Failure error={error} />
      ) : !data ? (
        <Loading what="Asking for the formats …" />
      ) : (
        <ul className="formats">
          {data.items.map(({ as, title, unit, files }) => (
            <li key={as}>
              <span>
                <b>{as}</b>
                <small className="quiet">
                  {title}; a row is an {unit}
                </small>
              </span>
              <a className="button" href={exportAddress(as, filters)} download={`${as}.zip`} aria-label={`ZIP of ${as}`}>
                ZIP
              </a>
              <a
                className="button bare"
                href={exportAddress(as, filters, files[0])}
                download={files[0]}
                aria-label={`${files[0]} alone`}
              >
                {files[0]!.slice(as.length)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
