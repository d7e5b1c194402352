import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchSession, type Session } from "../api/session.ts";

/** Who is signed in, if anybody must be. */
export function useSession(): { session: Session | undefined } {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ["session"], queryFn: fetchSession, staleTime: 60_000 });
  useEffect(() => {
    // A session that ended meanwhile: the next answer says that nobody is signed in.
    const ended = () => void queries.invalidateQueries({ queryKey: ["session"] });
    addEventListener("signed-out", ended);
    return () => removeEventListener("signed-out", ended);
  }, [queries]);
  return { session: data };
}
