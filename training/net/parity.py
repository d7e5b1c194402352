"""Reads sentences of our own with a trained model; core's test expects the same of the exported weights.

    python3 parity.py model.pt > packages/core/src/language/network/fixtures/parity.json

A word written "+word" touches the word before.
"""

import json
import sys

import torch

from annotate import Teacher

SENTENCES = [
    "Militants killed two soldiers near Baghdad on Monday +, the Defense Ministry said +.",
    "The prime minister rejected the demand +, saying that talks would continue +.",
    "U.S. officials accused Iran of arming the rebels +, but Tehran denied it +.",
    "GUNMEN KIDNAPPED THE MAYOR OF THE TOWN +.",
    "At least 12 people were injured when a bomb exploded outside a mosque in Kabul +.",
    "“ +We will not negotiate +, +” General Omar Haddad told reporters +.",
    "The convoy was attacked by armed men who had crossed the border at night +.",
    "Troops withdrew from the province after the ceasefire was signed +.",
]


def main(model):
    teacher = Teacher([model])
    rows = []
    for line in SENTENCES:
        marked = line.split()
        words = [w[1:] if w.startswith("+") and len(w) > 1 else w for w in marked]
        read = teacher.read([(words, [w.startswith("+") and len(w) > 1 for w in marked])])[0]
        rows.append(dict(words=marked, **read))
    print(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
