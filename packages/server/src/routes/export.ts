import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import Type, { type Static } from "typebox";
import { ZipFile } from "yazl";
import { note } from "../auth/audit.ts";
import { filterOf, incidentQuery } from "../http/filters.ts";
import { invalid, notFound, Problem } from "../http/problem.ts";
import { streamSink } from "../http/sinks.ts";
import { type ExportPart, exportFormats, exportPart, partsOf, type Sinks } from "../work/exports.ts";
import type { Context } from "./context.ts";

/** Exports under way at one time; each reads much of the record. */
const AT_ONCE = 3;
const MEDIA: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  tsv: "text/tab-separated-values; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  geojson: "application/geo+json; charset=utf-8",
  kml: "application/vnd.google-earth.kml+xml; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
};
const query = Type.Object({
  ...incidentQuery,
  written: Type.Optional(
    Type.String({ description: "The moment that the files give as their own (ISO 8601), for the same bytes again" }),
  ),
});
const file = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: Type.String({ format: "binary" }) }])),
});

/** What a filter leaves, in the columns of a codebook, with the evidence of every cell and what could not be coded. */
export const exports: FastifyPluginAsyncTypebox<Context> = async (app, { store }) => {
  const tags = ["export"];
  let running = 0;
  /** Sends what `write` makes while it makes it; nothing of it is kept. */
  function send(reply: FastifyReply, output: Readable, type: string, name: string, write: () => Promise<void>): FastifyReply {
    running++;
    write()
      .catch((error) => {
        if (!output.destroyed) reply.log.error(error);
        // The head has gone out as a success: that the file breaks off is all that can still be said.
        output.destroy(error);
      })
      .finally(() => running--);
    return reply
      .headers({ "content-type": type, "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" })
      .send(output);
  }
  async function begin(
    { user, ip }: FastifyRequest,
    what: string,
    { written = new Date().toISOString(), ...rest }: Static<typeof query>,
  ) {
    if (Number.isNaN(Date.parse(written))) throw invalid(`written=${written}: an ISO 8601 instant is wanted`);
    const filter = filterOf(rest);
    if (running >= AT_ONCE) throw new Problem(503, "busy", `${AT_ONCE} exports are being written already; try again in a while.`);
    await note(store, { what: "exported", who: user!.name, from: ip, note: what });
    // Without any filter, events that belong to no incident are written too.
    const narrowed = Object.keys(filter).length > 0 ? filter : undefined;
    return (part: ExportPart, sinks: Sinks) => exportPart(store, narrowed, part, written, sinks);
  }

  app.get(
    "/export",
    {
      schema: {
        tags,
        summary: "The formats that the record can be written in, with the files of each",
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({ as: Type.String(), title: Type.String(), unit: Type.String(), files: Type.Array(Type.String()) }),
            ),
          }),
        },
      },
    },
    async () => ({ items: exportFormats() }),
  );
  app.get(
    "/export/:as",
    {
      schema: {
        tags,
        summary: "The incidents that match, as a ZIP of the codebook’s files, their evidence and what they leave out",
        params: Type.Object({ as: Type.String() }),
        querystring: query,
        response: { 200: file("The files", "application/zip") },
      },
    },
    async (request, reply) => {
      const { as } = request.params;
      const parts = partsOf(as);
      if (!parts) throw notFound("format", as);
      const write = await begin(request, as, request.query);
      const folder = await mkdtemp(join(tmpdir(), "annalist-export-"));
      const zip = new ZipFile();
      const output = zip.outputStream as Readable;
      output.once("close", () => void rm(folder, { recursive: true, force: true }));
      return send(reply, output, "application/zip", `${as}.zip`, async () => {
        for (const part of parts) await zipPart(zip, folder, part, write);
        zip.end();
      });
    },
  );
  app.get(
    "/export/:as/:file",
    {
      schema: {
        tags,
        summary:
          "One file of a format: acled.csv, or acled.csv.evidence.jsonl, or acled.csv.excluded.jsonl (“not codeable because …”)",
        params: Type.Object({ as: Type.String(), file: Type.String() }),
        querystring: query,
        response: { 200: file("The file", ...new Set(Object.values(MEDIA).map((type) => type.split(";")[0]!))) },
      },
    },
    async (request, reply) => {
      const { as, file: name } = request.params;
      const found = (partsOf(as) ?? []).flatMap((part) =>
        (["main", "evidence", "excluded"] as const).flatMap((which) => (part[which] === name ? [{ part, which }] : [])),
      )[0];
      if (!found) throw notFound("file of an export", `${as}/${name}`);
      const write = await begin(request, name, request.query);
      const output = new PassThrough();
      const type = MEDIA[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      return send(reply, output, type, name, async () => {
        await write(found.part, { [found.which]: streamSink(output) });
        output.end();
      });
    },
  );
};

/** The rows go straight into the archive; the sidecars, written at the same time, wait beside it for their turn. */
async function zipPart(
  zip: ZipFile,
  folder: string,
  part: ExportPart,
  write: (part: ExportPart, sinks: Sinks) => Promise<void>,
): Promise<void> {
  const rows = new PassThrough();
  // Whoever goes away in the midst of it ends the work.
  zip.outputStream.once("close", () => rows.destroy());
  zip.addReadStream(rows, part.main);
  const [evidence, excluded] = [part.evidence, part.excluded].map((name) => createWriteStream(join(folder, name)));
  await write(part, { main: streamSink(rows), evidence: streamSink(evidence!), excluded: streamSink(excluded!) });
  rows.end();
  for (const stream of [evidence!, excluded!]) {
    stream.end();
    await finished(stream);
  }
  for (const name of [part.evidence, part.excluded]) zip.addFile(join(folder, name), name);
}
