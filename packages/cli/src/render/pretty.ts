import type { Analysis } from "@annalist/core";

export function pretty(analysis: Analysis, _text: string, _options: { colour: boolean; explain: boolean }): string {
  return `${analysis.report.id}\n`;
}
