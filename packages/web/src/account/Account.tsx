import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { signOut } from "../api/session.ts";
import { useSession } from "./session.ts";

/** Who is signed in, and the way out; nothing on a desk that needs no account. */
export function Account() {
  const { session } = useSession();
  const queries = useQueryClient();
  const { mutate } = useMutation({ mutationFn: signOut, onSuccess: () => queries.resetQueries() });
  if (!session?.user || session.local) return null;
  return (
    <>
      {session.user.role === "admin" && (
        <Link className="button bare" href="/users">
          Users
        </Link>
      )}
      <button
        type="button"
        className="button bare"
        onClick={() => mutate()}
        title={`signed in as ${session.user.name}, ${session.user.role}`}
      >
        Sign out {session.user.name}
      </button>
    </>
  );
}
