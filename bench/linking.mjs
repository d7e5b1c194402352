// Linking 1,000 to 100,000 reports: seconds, what one report costs, the heap, and how well invented incidents are found again.
import { createLinker } from "@annalist/core";
import { incidentReports } from "./lib-incidents.mjs";

const SIZES = [1_000, 10_000, 100_000];

export default function bench() {
  console.log("reports     seconds   ms each   heap MB   incidents   B3");
  for (const size of SIZES) {
    const linker = createLinker();
    const truth = new Map();
    for (const { incident, analysis } of incidentReports(size)) {
      truth.set(analysis.report.id, incident);
      linker.add(analysis);
    }
    const began = performance.now();
    const linked = linker.link();
    const seconds = (performance.now() - began) / 1000;
    const heap = process.memoryUsage().heapUsed / 2 ** 20;
    const incidents = linked.filter(({ kind }) => kind === "incident");
    console.log(
      [
        String(size).padStart(7),
        seconds.toFixed(1).padStart(11),
        ((1000 * seconds) / size).toFixed(2).padStart(9),
        heap.toFixed(0).padStart(9),
        String(incidents.length).padStart(11),
        b3(incidents, truth).toFixed(1).padStart(6),
      ].join(""),
    );
  }
}

/** B³ F1 of the incidents that hold the reports' first events, in percent (Bagga and Baldwin 1998). */
function b3(incidents, truth) {
  const found = new Map(
    incidents.flatMap(({ members }, i) => members.filter(({ event }) => event === "e1").map(({ report }) => [report, i])),
  );
  const count = (key) => {
    const counts = new Map();
    for (const report of truth.keys()) counts.set(key(report), (counts.get(key(report)) ?? 0) + 1);
    return counts;
  };
  const [gold, ours, both] = [(r) => truth.get(r), (r) => found.get(r), (r) => `${truth.get(r)} ${found.get(r)}`].map((key) => [
    key,
    count(key),
  ]);
  let [precision, recall] = [0, 0];
  for (const report of truth.keys()) {
    const shared = both[1].get(both[0](report));
    precision += shared / ours[1].get(ours[0](report)) / truth.size;
    recall += shared / gold[1].get(gold[0](report)) / truth.size;
  }
  return (200 * precision * recall) / (precision + recall);
}
