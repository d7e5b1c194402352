import PostalMime from "postal-mime";
import { textOf } from "./page.ts";
import { toIso } from "./when.ts";

export interface Message {
  subject?: string;
  text: string;
  from?: string;
  published?: string;
  id?: string;
  attachments: { name: string; bytes: Buffer }[];
}

/** A message as mail programs save it (.eml): its text, or that of its HTML, and what is attached. */
export async function readEmail(bytes: Uint8Array): Promise<Message> {
  const { subject, text, html, from, date, messageId, attachments } = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  const published = toIso(date);
  return {
    ...(subject && { subject: subject.replace(/\s+/g, " ").trim() }),
    text: (text?.trim() || textOf(html ?? "")).replace(/\r\n/g, "\n"),
    ...(from?.name || from?.address ? { from: from.name || from.address || "" } : {}),
    ...(published && { published }),
    ...(messageId && { id: messageId.replace(/^<|>$/g, "") }),
    attachments: attachments.flatMap(({ filename, content }) =>
      filename ? [{ name: filename, bytes: Buffer.from(content as ArrayBuffer) }] : [],
    ),
  };
}
