import { useState } from "react";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;
type Choice = keyof typeof NEXT;
const SIGNS: Record<Choice, string> = { system: "◐", light: "○", dark: "●" };

/** Light, dark, or as the machine has it. The choice stays in this browser. */
export function Theme() {
  const [choice, setChoice] = useState<Choice>(() => (document.documentElement.dataset.theme as Choice) ?? "system");
  const turn = () => {
    const next = NEXT[choice];
    setChoice(next);
    if (next === "system") {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem("theme");
    } else {
      document.documentElement.dataset.theme = next;
      localStorage.setItem("theme", next);
    }
  };
  return (
    <button type="button" className="button bare" onClick={turn} aria-label={`Theme: ${choice}`} title={`theme: ${choice}`}>
      {SIGNS[choice]}
    </button>
  );
}
