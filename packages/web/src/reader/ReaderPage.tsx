import { useQuery } from "@tanstack/react-query";
import { useLocation, useSearchParams } from "wouter";
import { fetchReport } from "../api/reports.ts";
import { useKeys } from "../design/keys.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { short } from "../design/words.ts";
import { useLocal } from "./local.ts";
import { Paste } from "./Paste.tsx";
import { Reading } from "./Reading.tsx";
import { ReportList } from "./ReportList.tsx";
import "./page.css";

/** /read, /read/ID of the store, /read/here/KEY of this tab; ?at=MARK opens at a mark. */
export default function ReaderPage({ id, here }: { id?: string | undefined; here?: string | undefined }) {
  const [, navigate] = useLocation();
  useKeys({ n: () => navigate("/read") });
  return (
    <div className="reader-page" data-open={id || here ? "" : undefined}>
      <ReportList current={here ? `here/${here}` : id} />
      <div className="reader-main">{here ? <Here key={here} id={here} /> : id ? <Stored key={id} id={id} /> : <Paste />}</div>
    </div>
  );
}

function Here({ id }: { id: string }) {
  const found = useLocal().find(({ key }) => key === id);
  useTitle(found ? short(found.report.text.slice(0, 200), 60) : "Reader");
  if (!found)
    return (
      <Empty title="This text is gone">
        <p>A pasted text lives in its tab only, and this one was reloaded. Paste it again.</p>
      </Empty>
    );
  if (found.error) return <Failure error={found.error} />;
  if (!found.analysis) return <Loading what="Coding, here in the browser …" />;
  return <Reading report={found.report} analysis={found.analysis} />;
}

function Stored({ id }: { id: string }) {
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery({ queryKey: ["report", id], queryFn: ({ signal }) => fetchReport(id, signal) });
  useTitle(data?.report.headline ? short(data.report.text.slice(data.report.headline.start, data.report.headline.end), 60) : id);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Opening the report …" />;
  return <Reading report={data.report} analysis={data.analysis} at={search.get("at") ?? undefined} />;
}
