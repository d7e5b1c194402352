"""Treebanks and names as sentences of words, and words as the numbers that the network sees.

`features` here and `packages/core/src/language/network/features.ts` are one definition written twice.
"""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from text import spans

KINDS = ["person", "organisation", "place", "other"]
BIO = ["O"] + [f"{mark}-{kind}" for kind in KINDS for mark in "BI"]
UNKNOWN = -100  # no gold value: left out of the loss
SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


@dataclass
class Sentence:
    words: list
    glued: list  # whether a word follows the one before without a blank
    upos: list = None
    xpos: list = None
    heads: list = None  # 0 the root, else 1 + index of the head
    deprels: list = None
    names: list = None  # indices into BIO
    source: str = ""
    text: str = ""
    spans: list = None


def read_conllu(path, leave_out=lambda doc: False):
    sentences, doc, rows, text, inside, glue = [], "", [], "", 0, True

    def flush():
        if not rows or leave_out(doc):
            return
        sentence = Sentence(
            words=[r[1] for r in rows],
            glued=[r[10] for r in rows],
            upos=[r[3] for r in rows],
            xpos=[r[4] for r in rows],
            heads=[int(r[6]) for r in rows],
            deprels=[r[7] for r in rows],
            source=doc,
            text=text,
        )
        at, places = 0, []
        for word in sentence.words:
            place = text.find(word, at, at + len(word) + 4)
            if place < 0:
                place = at
            places.append((place, place + len(word)))
            at = place + len(word)
        sentence.spans = places
        sentences.append(sentence)

    token_end, token_space = 0, True
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            flush()
            rows, glue = [], True
        elif line.startswith("#"):
            if line.startswith("# newdoc id = "):
                doc = line[14:]
            elif line.startswith("# text = "):
                text = line[9:]
        else:
            cells = line.split("\t")
            if "-" in cells[0]:
                token_end = int(cells[0].split("-")[1])
                token_space = "SpaceAfter=No" not in cells[9]
            elif "." not in cells[0]:
                number = int(cells[0])
                cells.append(glue and bool(rows))
                rows.append(cells)
                if number < token_end:
                    glue = True
                elif number == token_end:
                    glue = not token_space
                else:
                    glue = "SpaceAfter=No" in cells[9]
    flush()
    return sentences


def bio_of(places, names):
    """BIO numbers of words at `places` under names (start, end, kind); a kind not in KINDS is UNKNOWN."""
    tags = [0] * len(places)
    for start, end, kind in names:
        first = True
        for i, (a, b) in enumerate(places):
            if a < end and b > start:
                tags[i] = UNKNOWN if kind not in KINDS else 1 + 2 * KINDS.index(kind) + (0 if first else 1)
                first = False
    return tags


def put_names(sentences, documents):
    """Lays names of whole documents (id -> (text, names)) over treebank sentences of those documents."""
    at = {}
    found = 0
    for sentence in sentences:
        entry = documents.get(sentence.source)
        if not entry:
            continue
        text, names = entry
        start = text.find(sentence.text, at.get(sentence.source, 0))
        if start < 0:
            continue
        end = start + len(sentence.text)
        at[sentence.source] = end
        sentence.names = bio_of(sentence.spans, [(a - start, b - start, k) for a, b, k in names if a < end and b > start])
        found += 1
    return found


def rows_of(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St|Jr|No|vs|Prof|Rev|U\.S|[A-Z])\.)$")


def pieces(text):
    """Rough sentences of raw text as (start, end)."""
    found, start = [], 0
    for match in END.finditer(text):
        if "\n" not in match.group() and ABBREVIATED.search(text[start : match.start()][-8:]):
            continue
        if text[start : match.start()].strip():
            found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def utf16(text):
    """Code point index of each UTF-16 offset."""
    table = []
    for i, ch in enumerate(text):
        table.extend([i] * (2 if ord(ch) > 0xFFFF else 1))
    return table + [len(text)]


def names_only(text, names, source, region=None, split=True):
    """Sentences of raw text with names alone; `names` in UTF-16 offsets."""
    table = utf16(text)
    names = [(table[a], table[b], k) for a, b, k in names]
    found = []
    for a, b in pieces(text) if split else [(0, len(text))]:
        if region and (a < table[region[0]] or b > table[region[1]] + 2):
            continue
        places = spans(text[a:b])
        if not places or len(places) > 150:
            continue
        words = [text[a + x : a + y] for x, y in places]
        glued = [i > 0 and places[i - 1][1] == places[i][0] for i in range(len(places))]
        tags = bio_of(places, [(x - a, y - a, k) for x, y, k in names if x < b and y > a])
        found.append(Sentence(words=words, glued=glued, names=tags, source=source, text=text[a:b], spans=places))
    return found


def load_names(corpora):
    """Sets with names and no trees: name of the set -> sentences."""
    sets = {}
    cross = {"politics": [], "rest": []}
    for row in rows_of(corpora / "train/crossner.jsonl"):
        part = "politics" if "/politics/" in row["id"] else "rest"
        # Outside politics the set's own domain terms are no names to us: neither asked for nor ruled out.
        kinds = [(n["start"], n["end"], n["type"] if n["type"] != "other" else "?") for n in row["names"]]
        cross[part] += names_only(row["text"], kinds, "crossner", split=False)
    sets["crossner-politics"], sets["crossner"] = cross["politics"], cross["rest"]
    sets["btc-news"], sets["btc"] = [], []
    for row in rows_of(corpora / "train/btc.jsonl"):
        part = row["id"].split("/")[1]
        kinds = [(n["start"], n["end"], n["type"]) for n in row["names"]]
        sets["btc-news" if part in "ge" else "btc"] += names_only(row["text"], kinds, "btc", split=False)
    sets["wnut17"] = []
    for row in rows_of(corpora / "train/wnut17.jsonl"):
        sets["wnut17"] += names_only(row["text"], [(n["start"], n["end"], n["type"]) for n in row["names"]], "wnut17", split=False)
    sets["meantime"] = []
    reports = {r["id"]: r["text"] for r in rows_of(corpora / "meantime/reports.jsonl")}
    for row in rows_of(corpora / "meantime/gold.jsonl"):
        kinds = [(n["start"], n["end"], "?" if n.get("optional") else n["type"]) for n in row["names"]]
        region = (row["region"]["start"], row["region"]["end"])
        sets["meantime"] += names_only(reports[row["id"]], kinds, "meantime", region)
    return sets


def load(corpora):
    """(train, names-only sets, dev) of the corpora folder. The news that `gum-news-dev` measures is left out of training."""
    corpora = Path(corpora)
    ewt = read_conllu(corpora / "ud/ewt-train.conllu")
    gum = read_conllu(corpora / "ud/gum-open-train.conllu", lambda doc: "GUM_news" in doc)
    documents = {}
    for row in rows_of(corpora / "train/uner-ewt.jsonl"):
        table = utf16(row["text"])
        documents[row["id"].split("/", 1)[1]] = (row["text"], [(table[n["start"]], table[n["end"]], n["type"]) for n in row["names"]])
    put_names(ewt, documents)
    documents = {}
    texts = {r["id"]: r["text"] for r in rows_of(corpora / "coref/reports.jsonl")}
    for row in rows_of(corpora / "coref/mentions-train.jsonl"):
        text = texts[row["id"]]
        table = utf16(text)
        kind = lambda t: t if t in KINDS else "O" if t == "time" else "?"
        names = [(table[n["start"]], table[n["end"]], kind(n["type"])) for n in row["names"]]
        documents[row["id"].split("/", 1)[1]] = (text, [n for n in names if n[2] != "O"])
    put_names(gum, documents)
    dev = {"ewt": read_conllu(corpora / "ud/ewt-dev.conllu"), "gum": read_conllu(corpora / "ud/gum-news-dev.conllu")}
    texts = {r["id"]: r["text"] for r in rows_of(corpora / "ner/reports.jsonl")}
    measured = {"uner": {}, "gum": {}, "wikigold": {}}
    for row in rows_of(corpora / "ner/gold.jsonl"):
        text = texts[row["id"]]
        table = utf16(text)
        names = [(table[n["start"]], table[n["end"]], "?" if n.get("optional") else n["type"]) for n in row["names"]]
        measured[row["part"]][row["id"].split("/", 1)[1]] = (text, names)
    put_names(dev["ewt"], measured["uner"])
    put_names(dev["gum"], measured["gum"])
    dev["wikigold"] = [
        s
        for doc, (text, names) in measured["wikigold"].items()
        for s in names_only(text, [(len(text[:a].encode("utf-16-le")) // 2, len(text[:b].encode("utf-16-le")) // 2, k) for a, b, k in names], doc)
    ]
    return ewt + gum, load_names(corpora), dev


# --- features ---------------------------------------------------------------------------------------------------


def norm(word):
    """The word as the vocabulary knows it: small letters, plain quotes and dashes, every digit 0."""
    word = word.translate(SAME).lower()
    if re.fullmatch(r"-{2,}", word):
        return "--"
    if re.fullmatch(r"\.{2,}", word):
        return "..."
    return re.sub(r"[0-9]", "0", word)


def shape(word):
    """Case and kind of the first 12 characters, runs cut to two: "McNulty" -> "XxXxx", "2,000" -> "d,dd"."""
    out = ""
    for ch in word.translate(SAME)[:12]:
        low, up = ch.lower(), ch.upper()
        kind = "d" if ch in "0123456789" else "X" if ch != low else "x" if ch != up else ch if ch < "\u0080" else "?"
        if not (len(out) >= 2 and out[-1] == kind and out[-2] == kind):
            out += kind
    return out


def affixes(word):
    """Of the normal form: prefixes of 2 and 3 characters, suffixes of 2, 3 and 4; edges marked where the word is short."""
    marked = "<" + word + ">"
    return [marked[:3], marked[:4], marked[-3:], marked[-4:], marked[-5:]]


TABLES = ["word", "prefix2", "prefix3", "suffix2", "suffix3", "suffix4", "shape", "glue"]


class Vocabulary:
    """Numbers of words, affixes and shapes; 0 is padding, 1 unknown."""

    def __init__(self, tables):
        self.tables = tables
        self.index = [{entry: i + 2 for i, entry in enumerate(table)} for table in tables]

    def sizes(self):
        return [len(table) + 2 for table in self.tables] + [4]

    def shapes(self, words):
        return [self.index[TABLES.index("shape")].get(shape(word), 1) for word in words]

    def features(self, words, glued):
        rows = []
        for i, word in enumerate(words):
            low = norm(word)
            keys = [low, *affixes(low), shape(word)]
            glue = (1 if glued[i] else 0) + (2 if i + 1 < len(words) and glued[i + 1] else 0)
            rows.append([index.get(key, 1) for index, key in zip(self.index, keys)] + [glue])
        return rows


def build_vocabulary(train, sets, raw_counts, limit):
    """Every word seen twice in the treebanks, then the most frequent of the raw text up to `limit`."""
    counts = Counter(norm(w) for s in train for w in s.words)
    named = Counter(norm(w) for sentences in sets.values() for s in sentences for w, t in zip(s.words, s.names) if t not in (0, UNKNOWN))
    words = {w for w, c in counts.items() if c >= 2} | {w for w, c in named.items() if c >= 3}
    for word, _ in raw_counts.most_common():
        if len(words) >= limit:
            break
        word = norm(word)
        if len(word) < 25:
            words.add(word)
    order = sorted(words, key=lambda w: (-counts[w] - raw_counts.get(w, 0) / 50, w))
    affix = [Counter() for _ in range(5)]
    shapes = Counter()
    for s in [*train, *[s for v in sets.values() for s in v]]:
        for w in set(s.words):
            low = norm(w)
            for counter, key in zip(affix, affixes(low)):
                counter[key] += 1
            shapes[shape(w)] += 1
    least = [5, 8, 5, 8, 12]
    tables = [order] + [sorted(k for k, c in counter.items() if c >= n) for counter, n in zip(affix, least)]
    tables.append(sorted(k for k, _ in shapes.most_common(150)))
    return Vocabulary(tables), counts


def recase(words, how):
    if how == "upper":
        return [w.upper() if len(w.upper()) == len(w) else w for w in words]
    if how == "lower":
        return [w.lower() for w in words]
    if how == "title":
        return [w[:1].upper() + w[1:] for w in words]
    return words
