import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Listens to the server: what is new on the record is asked for again, and work under way is told. */
export function Live() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ what: string; done: number; total: number }>();
  useEffect(() => {
    const source = new EventSource("/api/v1/stream");
    let due: ReturnType<typeof setTimeout> | undefined;
    // Many changes come together: one look at what they changed is enough.
    source.addEventListener("change", () => {
      clearTimeout(due);
      due = setTimeout(() => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }), 400);
    });
    source.addEventListener("progress", ({ data }) => {
      const told = JSON.parse(data);
      setProgress(told.done < told.total ? told : undefined);
    });
    return () => {
      clearTimeout(due);
      source.close();
    };
  }, [queries]);
  if (!progress) return null;
  return (
    <span className="live small quiet" role="status">
      {progress.what} {progress.done} of {progress.total} …
    </span>
  );
}
