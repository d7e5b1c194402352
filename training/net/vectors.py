"""Vectors as fastText prints them ("word v1 v2 …" a line), made ready: each column brought to a deviation of one, half floats.

    fasttext print-word-vectors vectors.bin < prepared.words | python3 vectors.py prepared.npy
"""

import sys

import numpy as np


def main(target, size=100):
    rows = np.array([[float(v) for v in line.split()[-size:]] for line in sys.stdin])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    np.save(target, ((rows - rows.mean(0)) / rows.std(0)).astype(np.float16))


if __name__ == "__main__":
    main(sys.argv[1])
