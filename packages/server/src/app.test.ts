// The API over a real store: the samples coded, linked, asked for, decided upon.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyst } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { sidecarOf, storeTexts, verify } from "@annalist/export";
import { openStore, type Store } from "@annalist/store";
import type { FastifyInstance } from "fastify";
import Schema from "typebox/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { putUser } from "./auth/users.ts";
import { createKeeper, type Keeper } from "./work/keeper.ts";

const reports = readFileSync(new URL("../../../samples/reports.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const analyst = createAnalyst(loadEnglish());
const code = async (report: Parameters<typeof analyst.analyse>[0]) => analyst.analyse(report);

let folder: string;
let store: Store;
let keeper: Keeper;
let local: FastifyInstance;
let guarded: FastifyInstance;
const LOOPBACK = { host: "127.0.0.1:8017" };
const ask = async (url: string, app = local, headers: Record<string, string> = LOOPBACK) => {
  const answer = await app.inject({ url, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body ? JSON.parse(answer.body) : undefined };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "annalist-server-"));
  store = await openStore(join(folder, "record.db"));
  keeper = createKeeper({
    store,
    code,
    complain: (error) => {
      throw error;
    },
  });
  await keeper.take(reports);
  await keeper.idle();
  local = await createApp({ store, keeper, code, local: true });
  guarded = await createApp({ store, keeper, code, local: false });
}, 120_000);
afterAll(async () => {
  await local?.close();
  await guarded?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the API", () => {
  it("describes itself in OpenAPI 3.1, every answer and every error", async () => {
    const { body } = await ask("/api/v1/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toContain("/api/v1/incidents/{id}");
    for (const [path, methods] of Object.entries<Record<string, { responses: object; summary?: string }>>(body.paths))
      for (const [method, { responses, summary }] of Object.entries(methods)) {
        expect(summary, `${method} ${path}`).toBeTruthy();
        expect(Object.keys(responses), `${method} ${path}`).toContain("4XX");
      }
  });

  it("is told in the documentation, route by route", async () => {
    const { body } = await ask("/api/v1/openapi.json");
    const there = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const page = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
    const told = [...page.matchAll(/^\| `([A-Z]+ \/\S+)` \|/gm)].map(([, route]) => route);
    expect(told.filter((route) => route !== "GET /api/v1/openapi.json").sort()).toEqual(there.sort());
    for (const [, path] of page.matchAll(/^ {4}curl (?:-OJ )?'?http:\/\/127\.0\.0\.1:8017(\/[^'\s]*)'?$/gm))
      expect((await local.inject({ url: path!, headers: LOOPBACK })).statusCode, path).toBe(200);
  });

  it("answers in the shapes that it describes", async () => {
    const routes = [
      "/reports",
      "/incidents",
      "/incidents/facets",
      "/incidents/timeline",
      "/incidents/map",
      "/actors",
      "/actors/network",
      "/decisions",
      "/review",
      "/review/agreement",
      "/export",
    ];
    const { body: document } = await ask("/api/v1/openapi.json");
    const [incident] = (await ask("/api/v1/incidents?limit=1")).body.items;
    const [actor] = (await ask("/api/v1/actors?limit=1")).body.items;
    const all: [string, string][] = [
      ...routes.map((route): [string, string] => [route, route]),
      ["/reports/{id}", `/reports/${reports[0].id}`],
      ["/incidents/{id}", `/incidents/${encodeURIComponent(incident.id)}`],
      ["/incidents/{id}/chain", `/incidents/${encodeURIComponent(incident.id)}/chain`],
      ["/actors/{key}", `/actors/${encodeURIComponent(actor.key)}`],
    ];
    for (const [route, url] of all) {
      const { status, body } = await ask(`/api/v1${url}`);
      expect(status, url).toBe(200);
      const schema = document.paths[`/api/v1${route}`].get.responses["200"].content["application/json"].schema;
      const [valid, errors] = Schema.Errors(schema, body);
      expect(valid, `${url}: ${JSON.stringify(errors.slice(0, 3))}`).toBe(true);
    }
  });

  it("pages without losing or repeating anything", async () => {
    const whole = (await ask("/api/v1/incidents?limit=1000")).body.items.map(({ id }: { id: string }) => id);
    const found: string[] = [];
    for (let after = ""; ; ) {
      const { body } = await ask(`/api/v1/incidents?limit=7${after && `&after=${encodeURIComponent(after)}`}`);
      found.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.next) break;
      after = body.next;
    }
    expect(whole.length).toBeGreaterThan(20);
    expect(found).toEqual(whole);
  });

  it("narrows list, facets, timeline and map alike", async () => {
    const filter = "type=ASSAULT&from=2021-06-01&to=2021-06-30";
    const { items } = (await ask(`/api/v1/incidents?${filter}&limit=1000`)).body;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ type }: { type: string }) => type === "ASSAULT")).toBe(true);
    expect((await ask(`/api/v1/incidents/facets?${filter}`)).body.total).toBe(items.length);
    const boxed = (await ask("/api/v1/incidents?bbox=40,30,46,38&limit=1000")).body.items;
    expect(boxed.length).toBeGreaterThan(0);
    expect(
      boxed.every(
        ({ longitude, latitude }: { longitude: number; latitude: number }) =>
          longitude >= 40 && longitude <= 46 && latitude >= 30 && latitude <= 38,
      ),
    ).toBe(true);
  });

  it("says what is new by ETags, and nothing twice", async () => {
    const first = await ask("/api/v1/incidents");
    const again = await ask("/api/v1/incidents", local, { ...LOOPBACK, "if-none-match": first.headers.etag as string });
    expect(again.status).toBe(304);
    expect((await ask("/api/v1/incidents")).body).toEqual(first.body);
    await local.inject({
      method: "POST",
      url: "/api/v1/decisions",
      headers: LOOPBACK,
      payload: { kind: "accept", subject: { report: reports[0].id, event: "e1" } },
    });
    expect((await ask("/api/v1/incidents", local, { ...LOOPBACK, "if-none-match": first.headers.etag as string })).status).toBe(
      200,
    );
  });

  it("has one shape for every error", async () => {
    for (const [url, status, code] of [
      ["/api/v1/incidents/none", 404, "not_found"],
      ["/api/v1/nothing", 404, "not_found"],
      ["/nothing", 404, "not_found"],
      ["/api/v1/incidents?bbox=1,2", 400, "invalid"],
      ["/api/v1/incidents?from=June", 400, "invalid"],
      ["/api/v1/incidents?limit=0", 400, "invalid"],
      ["/api/v1/incidents?after=zzz", 400, "invalid"],
    ] as const) {
      const answer = await ask(url);
      expect([answer.status, answer.body.error.code], url).toEqual([status, code]);
      expect(answer.body.error.message.length).toBeGreaterThan(10);
    }
  });

  it("takes reports, codes and links them, and tells so on the stream's queue", async () => {
    const told: string[] = [];
    const stop = keeper.listen(({ what }) => told.push(what));
    const text =
      "Gunmen kill two in Mosul\n\nMOSUL, Iraq — Gunmen killed two police officers in Mosul on Sunday, the governor said.";
    const answer = await local.inject({
      method: "POST",
      url: "/api/v1/reports",
      headers: LOOPBACK,
      payload: { reports: [{ id: "mosul", text, published: "2021-07-12" }] },
    });
    expect(answer.statusCode).toBe(202);
    await keeper.idle();
    stop();
    expect(new Set(told)).toEqual(new Set(["coding", "linking"]));
    const { items } = (await ask("/api/v1/incidents?report=mosul")).body;
    expect(items.map(({ type }: { type: string }) => type)).toContain("ASSAULT");
  });
});

describe("decisions", () => {
  const decide = async (payload: object) => {
    const answer = await local.inject({ method: "POST", url: "/api/v1/decisions", headers: LOOPBACK, payload });
    expect(answer.statusCode).toBe(201);
    // What waits for its pause is done at once.
    await keeper.idle();
    return JSON.parse(answer.body);
  };
  const mosul = async () => (await ask("/api/v1/incidents?report=mosul&type=ASSAULT")).body.items;
  const told = async () => {
    const [{ id }] = await mosul();
    return (await ask(`/api/v1/incidents/${encodeURIComponent(id)}`)).body;
  };

  it("move an incident to the place that a person found in the gazetteer", async () => {
    const [{ name, gazetteer, latitude, longitude, country, precision }] = (await ask("/api/v1/places?q=Kirkuk")).body.items;
    const { incident } = await told();
    const { report, event } = incident.members[0];
    const place = { latitude, longitude, country, precision };
    const corrected = await decide({
      kind: "correct",
      subject: { report, event, field: "place" },
      after: { value: gazetteer, label: name, place },
    });
    expect((await mosul())[0]).toMatchObject({ place: "Kirkuk", latitude, longitude, country: "IRQ" });
    await decide({ kind: "undo", undoes: corrected.seq, subject: corrected.subject });
    expect((await mosul())[0]).toMatchObject({ place: "Mosul" });
  });

  it("quote each member, so that one can be told from the other", async () => {
    const { incident, told: quoted } = await told();
    expect(quoted.map(({ event }: { event: string }) => event)).toEqual(
      incident.members.map(({ event }: { event: string }) => event),
    );
    for (const { hit } of quoted) expect(hit.text.slice(hit.marks[0].start, hit.marks[0].end)).toMatch(/kill/i);
  });

  it("take what was rejected off the incidents and off the queue", async () => {
    const queued = async () =>
      (await ask("/api/v1/review?limit=500")).body.items.filter(({ report }: { report: string }) => report === "mosul");
    expect((await queued()).length).toBeGreaterThan(0);
    expect((await queued())[0].words).toMatch(/killed two police officers|Gunmen kill two/);
    const { incident } = await told();
    for (const { report, event } of incident.members) await decide({ kind: "reject", subject: { report, event } });
    expect(await mosul()).toEqual([]);
    expect(await queued()).toEqual([]);
    // Said again of the same event, it is one example of what the lexicon may learn.
    const [{ report, event }] = incident.members;
    await decide({ kind: "reject", subject: { report, event } });
    const suggestions: { examples: { report: string; event: string }[] }[] = (await ask("/api/v1/review/suggestions")).body.items;
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { examples } of suggestions)
      expect(new Set(examples.map((one) => `${one.report} ${one.event}`)).size).toBe(examples.length);
  });
});

describe("exports", () => {
  const WRITTEN = "written=2021-08-01T00:00:00Z";
  const file = async (name: string, query = "") => {
    const answer = await local.inject({ url: `/api/v1/export/acled/${name}?${WRITTEN}${query}`, headers: LOOPBACK });
    expect(answer.statusCode).toBe(200);
    return answer;
  };

  it("are files that their evidence bears out, and name what they leave out", async () => {
    const path = join(folder, "acled.csv");
    const rows = await file("acled.csv");
    expect(rows.headers["content-type"]).toContain("text/csv");
    expect(rows.headers["content-disposition"]).toBe('attachment; filename="acled.csv"');
    writeFileSync(path, rows.rawPayload);
    writeFileSync(sidecarOf(path), (await file("acled.csv.evidence.jsonl")).rawPayload);
    const found = await verify(path, storeTexts(store));
    expect(found.failures).toEqual([]);
    expect(found.rows).toBeGreaterThan(5);
    const excluded = (await file("acled.csv.excluded.jsonl")).body.trim().split("\n");
    expect(JSON.parse(excluded[0]!)).toMatchObject({ rule: expect.stringMatching(/^acled\./), words: expect.any(String) });
    const { total } = (await ask("/api/v1/incidents/facets")).body;
    expect(found.rows + excluded.length).toBe(total);
  });

  it("hold what the filter leaves", async () => {
    const lines = async (query: string) => (await file("acled.csv", query)).body.trim().split("\n").length - 1;
    expect(await lines("&from=2021-06-01&to=2021-06-30")).toBeLessThan(await lines(""));
    expect(await lines("&country=NZL")).toBe(0);
  });

  it("come in one archive of every format", async () => {
    const { items } = (await ask("/api/v1/export")).body;
    expect(items.length).toBeGreaterThan(10);
    for (const { as, files } of items) {
      const answer = await local.inject({ url: `/api/v1/export/${as}?type=ASSAULT`, headers: LOOPBACK });
      expect([answer.statusCode, answer.headers["content-type"]], as).toEqual([200, "application/zip"]);
      expect(answer.rawPayload.subarray(0, 2).toString(), as).toBe("PK");
      for (const name of files) expect(answer.rawPayload.includes(name), name).toBe(true);
    }
  });

  it("say what is wrong with a wish", async () => {
    for (const [url, status] of [
      ["/api/v1/export/none", 404],
      ["/api/v1/export/acled/none.csv", 404],
      ["/api/v1/export/acled?written=yesterday", 400],
      ["/api/v1/export/acled?bbox=1", 400],
    ] as const)
      expect((await ask(url)).status, url).toBe(status);
  });
});

describe("a desk on this machine", () => {
  it("answers to its own name and its own pages only", async () => {
    expect((await ask("/api/v1/reports", local, { host: "evil.example" })).status).toBe(403);
    const foreign = { ...LOOPBACK, origin: "https://evil.example", "content-type": "application/json" };
    const post = await local.inject({ method: "POST", url: "/api/v1/decisions", headers: foreign, payload: "{}" });
    expect(post.statusCode).toBe(403);
  });

  it("sends a strict policy with everything", async () => {
    const { headers } = await ask("/healthz");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("a desk that others can reach", () => {
  const host = { host: "desk.example" };
  const signIn = async (name: string, password: string) => {
    const answer = await guarded.inject({ method: "POST", url: "/api/v1/session", headers: host, payload: { name, password } });
    const cookies = ([] as string[]).concat(answer.headers["set-cookie"] ?? []);
    const csrf = cookies.map((each) => /annalist_csrf=([^;]+)/.exec(each)?.[1]).find(Boolean) ?? "";
    return {
      status: answer.statusCode,
      cookies,
      headers: { ...host, cookie: cookies.map((each) => each.split(";")[0]).join("; "), "x-csrf-token": csrf },
    };
  };
  beforeAll(async () => {
    await putUser(store, { name: "ada", role: "admin" }, "a long password");
    await putUser(store, { name: "vera", role: "viewer" }, "another password");
  });

  it("answers nobody who is not signed in, but says that it is well", async () => {
    expect((await ask("/api/v1/reports", guarded, host)).status).toBe(401);
    expect((await ask("/healthz", guarded, host)).status).toBe(200);
    expect((await ask("/api/v1/session", guarded, host)).body).toEqual({ local: false });
  });

  it("lets a user in by name and password, and out again", async () => {
    expect((await signIn("ada", "a wrong password")).status).toBe(401);
    expect((await signIn("nobody", "a long password")).status).toBe(401);
    const { status, cookies, headers } = await signIn("ada", "a long password");
    expect(status).toBe(200);
    expect(cookies.find((each) => each.startsWith("annalist_session"))).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await ask("/api/v1/reports", guarded, headers)).status).toBe(200);
    expect((await guarded.inject({ method: "DELETE", url: "/api/v1/session", headers })).statusCode).toBe(204);
    expect((await ask("/api/v1/reports", guarded, headers)).status).toBe(401);
  });

  it("keeps to roles and to the page's token", async () => {
    const decision = { kind: "accept", subject: { report: reports[1].id, event: "e1" } };
    const viewer = await signIn("vera", "another password");
    const refused = await guarded.inject({
      method: "POST",
      url: "/api/v1/decisions",
      headers: viewer.headers,
      payload: decision,
    });
    expect(refused.statusCode).toBe(403);
    const { headers } = await signIn("ada", "a long password");
    const { "x-csrf-token": _, ...without } = headers;
    expect(
      (await guarded.inject({ method: "POST", url: "/api/v1/decisions", headers: without, payload: decision })).statusCode,
    ).toBe(403);
    const taken = await guarded.inject({
      method: "POST",
      url: "/api/v1/decisions",
      headers,
      payload: { ...decision, as: "somebody else" },
    });
    expect(taken.statusCode).toBe(201);
    expect(JSON.parse(taken.body).who).toBe("ada");
  });

  it("keeps an admin, who alone can keep the users", async () => {
    const { headers } = await signIn("ada", "a long password");
    const answer = await guarded.inject({ method: "DELETE", url: "/api/v1/users/ada", headers });
    expect([answer.statusCode, JSON.parse(answer.body).error.code]).toEqual([409, "conflict"]);
  });

  it("keeps no password and no token as it is, and a log of who came", async () => {
    const { headers } = await signIn("ada", "a long password");
    const { body } = await ask("/api/v1/audit", guarded, headers);
    expect(body.items.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(["signed-in", "refused", "signed-out"]),
    );
    const kept = JSON.stringify([await store.documents("user"), await store.documents("session")]);
    expect(kept).not.toContain("a long password");
    expect(kept).not.toContain(/annalist_session=([^;]+)/.exec(headers.cookie)![1]);
  });

  it("lets nobody try passwords without end", async () => {
    const tries = await Promise.all(
      Array.from({ length: 14 }, () =>
        guarded.inject({
          method: "POST",
          url: "/api/v1/session",
          headers: host,
          payload: { name: "x", password: "y" },
          remoteAddress: "10.0.0.9",
        }),
      ),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(0);
  });
});
