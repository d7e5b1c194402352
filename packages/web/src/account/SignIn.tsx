import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { signIn } from "../api/session.ts";
import { useTitle } from "../design/title.ts";
import "./account.css";

export function SignIn() {
  useTitle("Sign in");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => signIn(name, password),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <main className="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <h1>Annalist</h1>
        <p className="small quiet">Who did what to whom, where and when, and who says so.</p>
        <label>
          <span className="label">Name</span>
          <input
            className="field"
            autoComplete="username"
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <label>
          <span className="label">Password</span>
          <input
            className="field"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        <button type="submit" className="button primary" disabled={isPending}>
          Sign in
        </button>
        {error && (
          <p className="small bad" role="alert">
            {error.message}
          </p>
        )}
      </form>
    </main>
  );
}
