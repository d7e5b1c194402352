// What people decided on the pictured desk: two coders who differ, a split with its reason, corrections; and its users.

export const USERS = [
  { name: "ada", role: "admin", password: "a long password" },
  { name: "ben", role: "coder", password: "another password" },
  { name: "vera", role: "viewer", password: "a third password" },
];

export async function decideSome({ store, keeper }) {
  const { items } = await store.listIncidents({}, { limit: 200 });
  const events = [];
  for (const { id } of items) for (const member of (await store.getIncident(id)).members) events.push(member);
  const judge = (who, kind, { report, event }, field, after) =>
    store.decide({ who, kind, subject: { report, event, ...(field && { field }) }, ...(after && { after }) });
  for (const [i, member] of events.slice(0, 12).entries()) {
    await judge("ada", i % 6 === 5 ? "reject" : "accept", member);
    await judge("ben", i % 4 === 3 ? "reject" : "accept", member);
  }
  await judge("ada", "correct", events[0], "type", { value: "COERCE", label: "COERCE" });
  await judge("ben", "correct", events[1], "actor", { value: "Kataib Hezbollah", label: "Kataib Hezbollah" });
  const incident = await store.getIncident("border-strikes-northgate/e13");
  const [a, b] = [incident.members[0], incident.members.at(-1)];
  const why = "another militia post, two kilometres away";
  const split = { who: "ada", kind: "split", subject: { incident: incident.id }, why, pins: [{ a, b, decision: "cannot", why }] };
  const { seq, subject } = await store.decide(split);
  await store.decide({ who: "ben", kind: "undo", undoes: seq, subject, why: "the same post after all" });
  await keeper.relink();
}
