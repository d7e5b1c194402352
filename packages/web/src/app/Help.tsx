import { Dialog } from "../design/parts.tsx";

/** What single keys do, page by page. */
const KEYS: { page: string; keys: [key: string, does: string][] }[] = [
  {
    page: "Everywhere",
    keys: [
      ["/", "search"],
      ["g i", "to the incidents"],
      ["g r", "to the reader"],
      ["g a", "to the actors"],
      ["g v", "to the review"],
      ["?", "these keys"],
      ["Esc", "close, let go"],
    ],
  },
  {
    page: "Incidents",
    keys: [
      ["j k", "down and up the table (also ↓ ↑)"],
      ["Enter", "open the incident"],
      ["+ −", "on the map: closer, wider; arrows move it, Home shows all"],
    ],
  },
  {
    page: "Reader",
    keys: [
      ["↓ ↑", "from mark to mark (also j k, → ←)"],
      ["1 – 5", "layers: events, voices, tolls, times, places"],
      ["n", "paste a new text"],
    ],
  },
  {
    page: "Review",
    keys: [
      ["a", "accept"],
      ["c", "correct"],
      ["x", "reject"],
      ["s", "later"],
    ],
  },
];

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys" close={close}>
      <div className="keys">
        {KEYS.map(({ page, keys }) => (
          <section key={page}>
            <h3>{page}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(" ").map((each) => (
                      <kbd key={each}>{each}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
