"""Words of raw text, near enough to UD's: for word vectors, and for annotated text that has characters and no words."""

import re

# Longest first: addresses, abbreviations with inner points, numbers with marks, words (apostrophes inside), any other character alone.
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Gov|Sen|Rep|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+"
    r"|\.{2,}|-{2,}|[^\w\s]",
    re.UNICODE,
)
NEGATED = re.compile(r"^(.+)(n['’]t)$", re.IGNORECASE)
CLITIC = re.compile(r"^(.+)(['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
CANNOT = re.compile(r"^(can)(not)$", re.IGNORECASE)


def spans(text):
    """[start, end) of each word, in code points."""
    found = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        piece = match.group()
        for pattern in (NEGATED, CLITIC, CANNOT):
            parts = pattern.match(piece)
            if parts:
                middle = start + parts.end(1)
                found.append((start, middle))
                start = middle
                break
        found.append((start, end))
    return found


def words(text):
    return [text[a:b] for a, b in spans(text)]
