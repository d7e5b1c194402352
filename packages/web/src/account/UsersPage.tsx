import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchAudit, fetchUsers, putUser, type Role, removeUser } from "../api/session.ts";
import { Failure, Loading } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { plain } from "../design/words.ts";
import "./account.css";

/** /users, for admins: who may sign in, and what has been done with accounts. */
export default function UsersPage() {
  useTitle("Users");
  const users = useQuery({ queryKey: ["users"], queryFn: fetchUsers });
  const audit = useQuery({ queryKey: ["audit"], queryFn: fetchAudit });
  const queries = useQueryClient();
  const [going, setGoing] = useState<string>();
  const remove = useMutation({ mutationFn: removeUser, onSuccess: () => queries.invalidateQueries() });
  if (users.error) return <Failure error={users.error} />;
  if (!users.data) return <Loading what="Opening the users …" />;
  return (
    <div className="users">
      <section>
        <h1>Users</h1>
        <ul>
          {users.data.items.map(({ name, role }) => (
            <li key={name}>
              <b>{plain(name)}</b>
              <span>{role}</span>
              {going === name ? (
                <span className="sure small">
                  Remove {plain(name)}, and end their sessions?{" "}
                  <button type="button" className="link" onClick={() => remove.mutate(name)}>
                    yes, remove
                  </button>
                  <button type="button" className="link" onClick={() => setGoing(undefined)}>
                    keep
                  </button>
                </span>
              ) : (
                <button type="button" className="link small" aria-label={`remove ${plain(name)}`} onClick={() => setGoing(name)}>
                  remove
                </button>
              )}
            </li>
          ))}
        </ul>
        {remove.error && (
          <p className="small bad" role="alert">
            {remove.error.message}
          </p>
        )}
        {users.data.items.length === 0 && <p className="quiet">There are none; this desk is open to this machine only.</p>}
        <NewUser />
      </section>
      <section>
        <h2>What was done</h2>
        <ol className="audit">
          {audit.data?.items.map(({ at, what, who, from, note }) => (
            <li key={`${at}${who}${what}`}>
              <time dateTime={at}>{at.slice(0, 19).replace("T", " ")}</time>
              <b>{what}</b>
              <span>
                {plain(who)} {note && plain(note)}
              </span>
              <span className="quiet">{from}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function NewUser() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [role, setRole] = useState<Role>("coder");
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: putUser,
    onSuccess: () => {
      setName("");
      setPassword("");
      return queries.invalidateQueries();
    },
  });
  return (
    <form
      className="new-user"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ name, role, password });
      }}
    >
      <label>
        <span className="label">Name</span>
        <input className="field" autoComplete="off" required value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <label>
        <span className="label">Password, 10 characters at least</span>
        <input
          className="field"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      <label>
        <span className="label">Role</span>
        <select className="field" value={role} onChange={({ target }) => setRole(target.value as Role)}>
          <option value="viewer">viewer: reads</option>
          <option value="coder">coder: decides too</option>
          <option value="admin">admin: keeps the users</option>
        </select>
      </label>
      <button type="submit" className="button primary" disabled={isPending}>
        Make, or change
      </button>
      {error && (
        <p className="small bad" role="alert">
          {error.message}
        </p>
      )}
    </form>
  );
}
