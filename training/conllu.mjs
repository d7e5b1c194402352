// Reads CoNLL-U and puts its text together again: sentences of a paragraph joined by a blank (none after SpaceAfter=No),
// paragraphs by an empty line. Words of a multiword token that spell it take their own share of its characters.
import { readFileSync } from "node:fs";

/** Documents `{ id, text, sentences: [{ start, end, words: [{ start, end, form, lemma, upos, xpos, deprel }] }] }`. */
export function readConllu(file) {
  const documents = [];
  let document;
  let sentence;
  let paragraph = false;
  let token;
  const finish = () => {
    if (!sentence) return;
    if (!document) documents.push((document = { id: file, text: "", sentences: [] }));
    let text = "";
    for (const { form, glued, words } of sentence) {
      let at = text.length;
      const spelled = words.map((word) => word.form).join("") === form;
      for (const word of words) {
        word.start = spelled ? at : text.length;
        word.end = spelled ? at + word.form.length : text.length + form.length;
        at = word.end;
      }
      text += form + (glued ? "" : " ");
    }
    if (document.text && paragraph) document.text = `${document.text.trimEnd()}\n\n`;
    const base = document.text.length;
    const words = sentence.flatMap((t) => t.words);
    for (const word of words) {
      word.start += base;
      word.end += base;
    }
    document.text += text;
    document.sentences.push({ start: words[0].start, end: words.at(-1).end, words });
    sentence = undefined;
    paragraph = false;
  };
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") finish();
    else if (line.startsWith("#")) {
      if (line.startsWith("# newdoc")) documents.push((document = { id: line.split("= ")[1] ?? file, text: "", sentences: [] }));
      if (line.startsWith("# newpar")) paragraph = true;
    } else {
      const [id, form, lemma, upos, xpos, , , deprel, , misc] = line.split("\t");
      if (id.includes(".")) continue;
      sentence ??= [];
      const glued = misc.includes("SpaceAfter=No");
      if (id.includes("-")) {
        token = { form, glued, words: [], last: Number(id.split("-")[1]) };
        sentence.push(token);
        continue;
      }
      const word = { form, lemma, upos, xpos, deprel };
      if (token && Number(id) <= token.last) token.words.push(word);
      else sentence.push({ form, glued, words: [word] });
      if (token && Number(id) >= token.last) token = undefined;
    }
  }
  finish();
  for (const one of documents) one.text = one.text.trimEnd();
  return documents.filter((one) => one.sentences.length > 0);
}
