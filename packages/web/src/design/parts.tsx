import type { PloverType } from "@annalist/core";
import { type ReactNode, useEffect, useRef } from "react";
import { GLYPHS, quadOf } from "./quads.ts";

/** A PLOVER type with its mode; the glyph says the quad class where colour does not. */
export function TypeTag({ type, mode }: { type: PloverType; mode?: string | undefined }) {
  const quad = quadOf(type);
  return (
    <span className="type" data-quad={quad} title={quad}>
      <i aria-hidden="true">{GLYPHS[quad]}</i>
      {type}
      {mode && <small>{mode}</small>}
    </span>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div className="state" role="status">
      <p>{what}</p>
      <div className="bar" />
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What went wrong, in the words of the error, and a way on. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  return (
    <div className="state error" role="alert">
      <h2>That did not work</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** A modal dialog: the platform's own, which holds the focus and closes on Escape. */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} aria-label={title} onClose={close} onCancel={close}>
      <header>
        <h2>{title}</h2>
        <button type="button" className="button bare" onClick={close} aria-label="Close">
          ✕
        </button>
      </header>
      <div className="body">{children}</div>
    </dialog>
  );
}
