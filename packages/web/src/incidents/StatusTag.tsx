const SIGNS: Record<string, string> = { "single-source": "·", corroborated: "∷", disputed: "≠", denied: "⊘" };

/** How an incident stands: told by one origin, by several, in contradiction, or denied. */
export function StatusTag({ status }: { status: string }) {
  return (
    <span className="status" data-status={status}>
      <i aria-hidden="true">{SIGNS[status]}</i> {status}
    </span>
  );
}
