"""Writes the text that word vectors are learnt from: one paragraph a line, lower-cased words between blanks.

    python3 corpus.py CORPORA > vectors.txt

News and edited prose are repeated and the press briefings thinned, so that the turns of the news weigh most.
"""

import gzip
import json
import random
import sys
from pathlib import Path

from text import words

REPEAT = {"wikinews": 4, "masc": 2, "state-history": 3, "us-speeches": 1, "whitehouse": 0.35}


def main(corpora):
    chance = random.Random(7)
    corpora = Path(corpora)

    def say(text, times=1):
        for paragraph in text.split("\n"):
            line = " ".join(words(paragraph)).lower()
            if not line:
                continue
            for _ in range(int(times) + (chance.random() < times % 1)):
                print(line)

    for name, times in REPEAT.items():
        with gzip.open(corpora / f"train/raw-{name}.jsonl.gz", "rt") as rows:
            for row in rows:
                say(json.loads(row)["text"], times)
    for name in ("crossner", "gap", "btc", "wnut17"):
        for row in open(corpora / f"train/{name}.jsonl"):
            say(json.loads(row)["text"])
    for row in open(corpora / "meantime/reports.jsonl"):
        say(json.loads(row)["text"], 3)
    for file in ("ewt-train", "gum-open-train"):
        line, skip = [], False
        for row in open(corpora / f"ud/{file}.conllu"):
            if row.startswith("# newdoc"):
                skip = "GUM_news" in row  # measured on
            cells = row.rstrip("\n").split("\t")
            if len(cells) > 1 and cells[0].isdigit():
                line.append(cells[1].lower().replace(" ", ""))
            elif not row.strip() and line:
                if not skip:
                    print("\n".join([" ".join(line)] * 2))
                line = []


if __name__ == "__main__":
    main(sys.argv[1])
