import { exportSubmissions } from "#app/domain/season/export-submissions.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { findRubric } from "#app/domain/season/find-rules.ts";
import { readSubmissionFilter } from "#app/domain/season/submission-filter.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { queueMessages as m } from "#app/messages/queue.ts";
import { say } from "#app/messages/sentence.ts";
import { storeKindWords, submissionStateWords } from "#app/messages/states.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";
import { allow } from "#app/web/allow.server.ts";

/** The queue as it is filtered, as a workbook; without the others' marks while they are not to be seen. */
export const loader = allow(["curator", "office"], async ({ database, account, url, locale }) => {
  const season = await findCurrentSeason(database);
  if (!season) throw new Response(null, { status: 404 });
  const blind = account.role === "curator" && (await findRubric(database, season.id))?.blind === true;
  const asked = readSubmissionFilter(url.searchParams);
  const filter = blind ? { ...asked, lowestMean: null, highestMean: null } : asked;
  const submissions = await exportSubmissions(database, season.id, filter);
  const t = (sentence: Parameters<typeof say>[1]) => say(locale, sentence);
  const columns = [
    { heading: t(m.place), width: 8 },
    { heading: t(m.state), width: 14 },
    { heading: t(m.product), width: 36 },
    { heading: t(m.sku), width: 18 },
    { heading: t(m.store), width: 24 },
    { heading: t(m.kind), width: 14 },
    { heading: t(m.district), width: 12 },
    { heading: t(m.category), width: 18 },
    { heading: t(m.price), width: 12 },
    ...(blind ? [] : [{ heading: t(m.mean), width: 10 }]),
    ...(blind ? [] : [{ heading: t(m.marks), width: 12 }]),
    { heading: t(m.submittedAt), width: 24 },
  ];
  const rows = submissions.map((one) => [
    one.place ?? "",
    t(submissionStateWords[one.state]),
    one.name,
    one.sku,
    one.store,
    t(storeKindWords[one.kind]),
    one.district,
    one.category,
    one.price,
    ...(blind ? [] : [one.mean === null ? "" : Math.round(one.mean * 100) / 100, one.judgements]),
    formatDateTime(locale, one.submittedAt),
  ]);
  const bytes = await writeWorkbook([{ name: t(m.sheet), columns, rows }]);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="submissions-${season.year}.xlsx"`,
      "Cache-Control": "private, no-store",
    },
  });
});
