// Every page of the desk and its states: what is pictured for the documentation, and what the tests look at with axe.

const INCIDENT = "/incidents/border-strikes-northgate%2Fe13";
const NARROW = { width: 390, height: 844 };

/** The actor that is shown: there is one in the samples with names, dyads and activity. */
export const ACTOR = "/actors/state%3AUSA";

const signedIn = async (page) => {
  await page.getByLabel("Name").fill("ada");
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Users" }).waitFor();
};

/**
 * `desk`: "full" has the samples and some decisions, "empty" nothing, "huge" many invented incidents, "guarded" demands accounts. `act` is done on the page
 * before it is looked at. `only`: "picture" or "test", where the other would add nothing.
 */
export const PICTURES = [
  { name: "incidents", path: "/incidents", act: (page) => page.locator(".incident-row[data-index='3']").hover() },
  { name: "incidents-filtered", path: "/incidents?q=rockets&type=ASSAULT" },
  { name: "incidents-narrow", path: "/incidents", ...NARROW, only: "picture" },
  {
    name: "export",
    path: "/incidents?type=ASSAULT",
    async act(page) {
      await page.getByRole("button", { name: "Export …" }).click();
      await page.locator(".formats li").first().waitFor();
    },
  },
  { name: "incident", path: INCIDENT, height: 1180 },
  {
    name: "incident-quotation",
    path: INCIDENT,
    async act(page) {
      await page.locator(".claim").nth(3).click();
      await page.locator(".quotation mark").waitFor();
    },
  },
  {
    name: "incident-merge",
    path: INCIDENT,
    only: "test",
    async act(page) {
      await page.getByLabel("Reason").fill("the same raid");
      await page.getByRole("button", { name: "Merge with …" }).click();
      await page.locator(".merge button").first().waitFor();
    },
  },
  { name: "incident-narrow", path: INCIDENT, ...NARROW, only: "picture" },
  { name: "reader", path: "/read/border-strikes-northgate?at=e13" },
  { name: "reader-narrow", path: "/read/border-strikes-northgate?at=e13", ...NARROW, only: "picture" },
  { name: "paste", path: "/read" },
  { name: "review", path: "/review", only: "picture" },
  {
    name: "review-correct",
    path: "/review",
    async act(page) {
      await page.locator(".card[aria-current]").waitFor();
      await page.locator("main").focus();
      await page.keyboard.press("c");
      await page.getByLabel("place", { exact: true }).fill("Mosul");
      await page.locator(".options [role=option]").first().waitFor();
    },
  },
  { name: "review-narrow", path: "/review", ...NARROW, only: "picture" },
  { name: "agreement", path: "/review/agreement" },
  { name: "suggestions", path: "/review/suggestions" },
  { name: "actors", path: "/actors" },
  { name: "actors-narrow", path: "/actors", ...NARROW, only: "picture" },
  { name: "actor", path: ACTOR },
  { name: "keys", path: "/incidents", act: (page) => page.keyboard.press("?") },
  { name: "nowhere", path: "/nowhere" },
  {
    name: "failure",
    path: "/incidents/none",
    act: (page) => page.getByRole("alert").waitFor(),
  },
  { name: "empty", desk: "empty", path: "/incidents" },
  { name: "empty-review", desk: "empty", path: "/review", only: "test" },
  { name: "empty-actors", desk: "empty", path: "/actors", only: "test" },
  { name: "huge", desk: "huge", path: "/incidents", only: "picture" },
  { name: "huge-actors", desk: "huge", path: "/actors", only: "picture" },
  { name: "sign-in", desk: "guarded", path: "/incidents" },
  { name: "users", desk: "guarded", path: "/users", act: signedIn },
];
