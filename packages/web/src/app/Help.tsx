import { Dialog } from "../design/parts.tsx";

const KEYS: [string, [string, string][]][] = [
  [
    "Everywhere",
    [
      ["/", "search"],
      ["?", "these keys"],
      ["Esc", "close, let go"],
    ],
  ],
  [
    "Reader",
    [
      ["↑ ↓", "from mark to mark (also ← →, j, k)"],
      ["1 – 5", "layers: events, voices, tolls, times, places"],
      ["n", "paste a new text"],
    ],
  ],
];

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys" close={close}>
      {KEYS.map(([page, keys]) => (
        <section key={page} className="keys">
          <h3>{page}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
