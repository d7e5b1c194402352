import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { note } from "../auth/audit.ts";
import { given } from "../http/given.ts";
import { notFound } from "../http/problem.ts";
import { AnalysisShape, NewReportShape, PageOf, paging, ReportRowShape, ReportShape } from "../http/shapes.ts";
import type { Context } from "./context.ts";

export const reports: FastifyPluginAsyncTypebox<Context> = async (app, { store, keeper, code }) => {
  const tags = ["reports"];
  const query = Type.Object({
    ...paging,
    q: Type.Optional(Type.String({ description: "Words of the text" })),
    outlet: Type.Optional(Type.Array(Type.String())),
    actor: Type.Optional(Type.String()),
    from: Type.Optional(Type.String()),
    to: Type.Optional(Type.String()),
  });
  app.get(
    "/reports",
    {
      config: { record: true },
      schema: { tags, summary: "Reports, newest first", querystring: query, response: { 200: PageOf(ReportRowShape) } },
    },
    ({ query: { q, outlet, actor, from, to, limit, after, offset } }) =>
      store.listReports(
        given({ words: q?.trim() ? q : undefined, outlets: outlet, actors: actor === undefined ? undefined : [actor], from, to }),
        given({ limit, after, offset }),
      ),
  );
  app.get(
    "/reports/:id",
    {
      config: { record: true },
      schema: {
        tags,
        summary: "A report with its analysis",
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }),
        response: { 200: Type.Object({ report: ReportShape, analysis: AnalysisShape }) },
      },
    },
    async ({ params: { id }, query: { version } }) => {
      const report = await store.getReport(id, version);
      if (!report) throw notFound("report", id);
      // One that no run has read yet is read now, and not kept: keeping is the work of a run.
      const analysis = (await store.getAnalysis(id, { version: report.version })) ?? (await code(report));
      return { report, analysis } as never;
    },
  );
  app.post(
    "/reports",
    {
      config: { role: "coder" },
      schema: {
        tags,
        summary: "Adds reports, codes them and links their incidents; progress is told on /stream",
        body: Type.Object({ reports: Type.Array(NewReportShape, { minItems: 1, maxItems: 1000 }) }),
        response: {
          202: Type.Object({
            reports: Type.Array(Type.Object({ id: Type.String(), version: Type.Integer(), outcome: Type.String() })),
          }),
        },
      },
    },
    async ({ body, user, ip }, reply) => {
      const put = await keeper.take(body.reports);
      await note(store, { what: "report-added", who: user!.name, from: ip, note: `${put.length} reports` });
      return reply.status(202).send({ reports: put });
    },
  );
  app.post(
    "/code",
    { schema: { tags, summary: "Codes one report and keeps nothing", body: NewReportShape, response: { 200: AnalysisShape } } },
    async ({ body }) => (await code({ id: "report", ...given(body), text: body.text })) as never,
  );
};
