// What is pictured: a page, and what is done on it before.
const INCIDENT = "/incidents/border-strikes-northgate%2Fe13";
const NARROW = { width: 390, height: 844 };

export const PICTURES = [
  { name: "incidents", path: "/incidents", act: (page) => page.locator(".incident-row[data-index='3']").hover() },
  { name: "incidents-filtered", path: "/incidents?q=rockets&type=ASSAULT" },
  { name: "incidents-narrow", path: "/incidents", ...NARROW },
  { name: "incident", path: INCIDENT, height: 1500 },
  { name: "incident-quotation", path: INCIDENT, act: (page) => page.locator(".claim").nth(3).click() },
  { name: "incident-narrow", path: INCIDENT, ...NARROW },
  { name: "reader", path: "/read/border-strikes-northgate?at=e13" },
  { name: "reader-narrow", path: "/read/border-strikes-northgate?at=e13", ...NARROW },
  { name: "paste", path: "/read" },
  { name: "paste-narrow", path: "/read", ...NARROW },
  { name: "review", path: "/review" },
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
  { name: "review-narrow", path: "/review", ...NARROW },
  { name: "agreement", path: "/review/agreement" },
  { name: "agreement-narrow", path: "/review/agreement", ...NARROW },
  { name: "suggestions", path: "/review/suggestions" },
  { name: "actors", path: "/actors" },
  { name: "actors-narrow", path: "/actors", ...NARROW },
  { name: "actor", path: "/actors/org:usa-armed-forces" },
  { name: "actor-narrow", path: "/actors/org:usa-armed-forces", ...NARROW },
  { name: "help", path: "/incidents", act: (page) => page.keyboard.press("?") },
  { name: "nowhere", path: "/nowhere" },
  { name: "empty", desk: "empty", path: "/incidents" },
  { name: "sign-in", desk: "guarded", path: "/incidents" },
  {
    name: "users",
    desk: "guarded",
    path: "/users",
    async act(page) {
      await page.getByLabel("Name").fill("ada");
      await page.getByLabel("Password").fill("a long password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("heading", { name: "Users" }).waitFor();
    },
  },
];
