// Short reports in English, invented, each unlike the others: for what is measured at a size that no sample has. Seeded: the
// same number gives the same report.

const TOWNS =
  "Marib Aden Erbil Idlib Goma Kidal Herat Derna Mosul Aleppo Homs Kunduz Kandahar Taiz Hodeidah Benghazi Misrata Gao Timbuktu Maiduguri Kismayo Mogadishu Bunia Beni Bangui Juba Malakal Khartoum Donetsk Kharkiv Kherson Quetta Peshawar Mandalay Sittwe Tikrit Kirkuk Ramadi Deir-al-Zor Raqqa Daraa Hama Sirte Zinder Diffa Bamenda Buea Ouahigouya Djibo Mopti".split(
    " ",
  );
const FIGHTERS = [
  "Taliban fighters",
  "Houthi rebels",
  "Boko Haram militants",
  "Islamic State gunmen",
  "al-Shabaab fighters",
  "Government soldiers",
  "Police officers",
  "Unknown gunmen",
  "Separatist fighters",
  "Army troops",
];
const TARGETS = ["a convoy", "a police station", "a market", "a checkpoint", "a village", "an army base", "a school", "a clinic"];
const ACTS = [
  (a, b, town) => `${a} attacked ${b} near ${town}`,
  (a, b, town) => `${a} shelled ${b} in ${town}`,
  (a, b, town) => `${a} raided ${b} outside ${town}`,
  (a, b, town) => `${a} bombed ${b} in ${town}`,
  (a, b, town) => `${a} opened fire on ${b} near ${town}`,
];
const AFTERMATHS = [
  (town) => `Residents of ${town} marched to the governor's office to demand protection.`,
  (town) => `The army said it would send more troops to ${town}.`,
  () => "The foreign ministry condemned the attack and called for talks.",
  (town, n) => `Police arrested ${n} men in ${town} the next morning.`,
  () => "No group has claimed responsibility.",
  (town, n) => `A doctor at the hospital in ${town} said ${n} wounded people were being treated.`,
];
const NAMES = "Karim Nasser Omar Haddad Yusuf Bello Amina Diallo Sergei Kovalenko Aung Zaw Hassan Warsame Jean Mbeki".split(" ");
const TITLES = ["Governor", "Colonel", "Police chief", "Mayor", "General", "Spokesman"];

/** Mulberry32. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Report `n`: a headline and three sentences, some 45 words. */
export function shortReport(n) {
  const next = random(n + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const [town, who, what, act] = [pick(TOWNS), pick(FIGHTERS), pick(TARGETS), pick(ACTS)];
  const [killed, some] = [1 + Math.floor(next() ** 2 * 40), 2 + Math.floor(next() * 12)];
  const headline = `${killed} killed in attack on ${what.replace(/^an? /, "")} near ${town}`;
  const voice = `${pick(TITLES)} ${pick(NAMES)} ${pick(NAMES)}`;
  const text = `${headline}\n\n${act(who, what, town)} on ${pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])}, killing ${killed} people, ${voice} said. ${pick(AFTERMATHS)(town, some)} ${pick(AFTERMATHS)(pick(TOWNS), some)} It was incident number ${n} of the year.`;
  return {
    id: `r${n}`,
    text,
    headline: { start: 0, end: headline.length },
    published: new Date(Date.UTC(2015, 0, 1 + Math.floor(next() * 3600))).toISOString().slice(0, 10),
    outlet: `Paper ${1 + Math.floor(next() ** 2 * 300)}`,
    url: `https://paper.example/${n}`,
  };
}
