"""Writes trained weights as the file that core reads: int8 rows with a scale each.

    python3 export.py model.pt parser.bin

Layout: u32 length of a JSON header, the header, then tensors at 4-byte steps from the header's end (padded to 4).
Header: `tables` (entries of each vocabulary, joined by line feeds), `upos`, `xpos`, `labels`, `names`, `settings`, and
`tensors`: name -> [offset, rows, columns]. A tensor of rows is its int8 values, then a float32 scale a row; a vector
(rows 0) is float32.
"""

import json
import struct
import sys

import numpy as np
import torch


def main(source, target):
    saved = torch.load(source, map_location="cpu", weights_only=False)
    state = {k: v.float().numpy() for k, v in saved["state"].items()}
    own = (state["hide"] < 1).astype(np.float32)[:, None]
    tables = np.split(state["table"], np.cumsum(saved["sizes"])[:-1])
    word = state["vectors"] @ state["reform.weight"].T + own * tables[0]
    matrices, vectors = {}, {}
    matrices["table0"] = word
    for k in range(1, len(saved["sizes"])):
        matrices[f"table{k}"] = tables[k]
    vectors["bias"] = state["bias"]
    vectors["norm"] = state["norm.gain"]
    for i, kind in enumerate(saved["settings"]["blocks"]):
        vectors[f"block{i}.norm"] = state[f"blocks.{i}.norm.gain"]
        for part in ("enter", "leave") if kind == "r" else ("linear",):
            matrices[f"block{i}.{part}"] = state[f"blocks.{i}.{part}.weight"]
            vectors[f"block{i}.{part}.bias"] = state[f"blocks.{i}.{part}.bias"]
    for name in ("upos", "xpos", "dependent", "query", "key", "label_dependent", "label", "name_hidden", "name", "keybias"):
        matrices[name] = state[f"{name}.weight"]
        vectors[f"{name}.bias"] = state[f"{name}.bias"]
    matrices["label_head"] = state["label_head.weight"]
    matrices["distance"] = state["distance"]
    vectors["far"] = state["far"]
    vectors["root"] = state["root"]
    matrices["label_distance"] = state["label_distance"]
    vectors["label_root"] = state["label_root"]

    body, directory = bytearray(), {}

    def put(data):
        at = len(body)
        body.extend(data)
        body.extend(b"\0" * (-len(body) % 4))
        return at

    for name, m in matrices.items():
        scale = np.maximum(np.abs(m).max(1), 1e-8).astype(np.float32) / np.float32(127)
        # The upper half of a float is scale enough, and packs better.
        scale = (scale.view(np.uint32) + 0x8000 & 0xFFFF0000).view(np.float32)
        q = np.clip(np.rint(m / scale[:, None]), -127, 127).astype(np.int8)
        at = put(q.tobytes())
        put(scale.tobytes())
        directory[name] = [at, *m.shape]
    for name, v in vectors.items():
        directory[name] = [put(v.astype("<f4").tobytes()), 0, v.shape[0]]
    header = dict(
        version=1,
        settings=saved["settings"],
        tables=["\n".join(t) for t in saved["tables"]],
        upos=saved["upos"],
        xpos=saved["xpos"],
        labels=saved["labels"],
        names=saved["names"],
        tensors=directory,
    )
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 4) % 4)
    with open(target, "wb") as out:
        out.write(struct.pack("<I", len(text)) + text + body)
    print(f"{target}: {4 + len(text) + len(body)} bytes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
