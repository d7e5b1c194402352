import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { warm } from "../coding/coder.ts";
import { readFile, reportsOf } from "../coding/dropped.ts";
import { addLocal } from "./local.ts";

/** Where a text comes in: pasted, or dropped as a file. It is coded here and goes nowhere. */
export function Paste() {
  const [, navigate] = useLocation();
  const [text, setText] = useState("");
  const [published, setPublished] = useState("");
  const [outlet, setOutlet] = useState("");
  const [error, setError] = useState<string>();
  useEffect(() => void warm(), []);
  const take = (from: string, name: string) => {
    try {
      const key = addLocal(reportsOf(from, name, { ...(published && { published }), ...(outlet && { outlet }) }));
      if (key) navigate(`/read/here/${key}`);
    } catch (failure) {
      setError((failure as Error).message);
    }
  };
  const takeFiles = async (files: Iterable<File>) => {
    for (const file of files) take(await readFile(file), file.name);
  };
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        take(text, "pasted text");
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void takeFiles(event.dataTransfer.files);
      }}
    >
      <h1>Read a report</h1>
      <p className="quiet">
        Paste a text, or drop a file here (plain text, JSON, JSONL). It is coded in this browser and does not leave this machine.
      </p>
      <label>
        <span className="label">Text</span>
        <textarea
          className="field"
          rows={14}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={"Headline\n\nCITY, Country — The report …"}
        />
      </label>
      <div className="paste-row">
        <label>
          <span className="label">Published</span>
          <input className="field" type="date" value={published} onChange={({ target }) => setPublished(target.value)} />
        </label>
        <label>
          <span className="label">Outlet</span>
          <input className="field" value={outlet} onChange={({ target }) => setOutlet(target.value)} />
        </label>
        <button type="submit" className="button primary" disabled={text.trim() === ""}>
          Code it
        </button>
        <label className="button">
          Choose files
          <input className="hidden" type="file" multiple onChange={({ target }) => void takeFiles(target.files ?? [])} />
        </label>
      </div>
      {!published && <p className="small quiet">Without the day of publication, “Monday” stays unresolved.</p>}
      {error && (
        <p className="small paste-error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
