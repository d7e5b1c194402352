"""Other names in the place of names: the network must learn to tell them by what stands around them.

A name gives way to one of its kind and of as many words, out of the training sets and our own lexicons.
"""

from collections import defaultdict
from pathlib import Path

from data import KINDS, UNKNOWN
from text import words as split

LEXICONS = {
    "person": ["actors/leaders"],
    "organisation": ["actors/groups", "actors/organisations", "actors/forces", "actors/media", "actors/international", "actors/parties"],
    "place": ["places/towns", "places/countries"],
}


def names_in(sentence):
    """(first, last, kind) of a sentence's names, by BIO numbers."""
    found, start, kind = [], None, None
    for i, tag in enumerate([*sentence.names, 0]):
        if kind is not None and tag != 2 * kind + 2:
            found.append((start, i, kind))
            kind = None
        if tag > 0 and tag % 2 == 1:
            start, kind = i, tag // 2
    return found


def simple(name):
    return all(w[:1].isupper() for w in name)


def pools(sentences, lexicons):
    """(kind, number of words) -> names, as tuples of words."""
    found = defaultdict(set)
    for sentence in sentences:
        for first, last, kind in names_in(sentence) if sentence.names else []:
            if simple(sentence.words[first:last]):
                found[kind, last - first].add(tuple(sentence.words[first:last]))
    for kind, files in LEXICONS.items():
        for file in files:
            path = Path(lexicons) / f"{file}.tsv"
            if not path.exists():
                continue
            lines = [l for l in path.read_text(encoding="utf8").split("\n") if l and not l.startswith("#")]
            for line in lines[1:]:
                name = tuple(split(line.split("\t")[0]))
                if simple(name):
                    found[KINDS.index(kind), len(name)].add(name)
    return {key: sorted(names) for key, names in found.items()}


def swapped(sentence, pool, chance):
    """The sentence's words with other names; None when it has none to change."""
    if not sentence.names:
        return None
    words, changed = list(sentence.words), False
    for first, last, kind in names_in(sentence):
        old = words[first:last]
        choices = pool.get((kind, last - first), ())
        if kind > 2 or not choices or not simple(old):
            continue
        # A tree holds only where the new words can be tagged as the old ones were.
        if sentence.upos and any(u != "PROPN" for u in sentence.upos[first:last]):
            continue
        new = chance.choice(choices)
        if sentence.xpos and (new[-1].endswith("s") != old[-1].endswith("s")):
            continue
        words[first:last] = new
        changed = True
    return words if changed else None
