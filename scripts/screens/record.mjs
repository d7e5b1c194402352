// What people decided on the pictured desk: two coders who differ, a pin with its reason, corrections.

export async function decideSome({ store, keeper }) {
  const { items } = await store.listIncidents({}, { limit: 200 });
  const events = [];
  for (const { id } of items) for (const member of (await store.getIncident(id)).members) if (member.event) events.push(member);
  const judge = (who, kind, { report, event }, more = {}) =>
    store.decide({ who, kind, subject: { report, event, ...more.subject }, ...more.rest });
  for (const [i, member] of events.slice(0, 12).entries()) {
    await judge("ada", i % 6 === 5 ? "reject" : "accept", member);
    await judge("ben", i % 4 === 3 ? "reject" : "accept", member);
  }
  const correct = (who, member, field, value, label) =>
    judge(who, "correct", member, { subject: { field }, rest: { after: { value, label } } });
  await correct("ada", events[0], "type", "COERCE", "COERCE");
  await correct("ben", events[1], "actor", "Kataib Hezbollah", "Kataib Hezbollah");
  await keeper.relink();
}
