// One of the threads that code reports for the server.
import { createAnalyst, type Report } from "@annalist/core";
import { loadEnglish } from "@annalist/english";

const analyst = createAnalyst(loadEnglish());
export default (report: Report) => analyst.analyse(report);
