/** An iCalendar file as browsers and phones take it into a calendar. */
export function calendarAnswer(file: string): Response {
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": 'attachment; filename="visit.ics"',
      "cache-control": "private, no-store",
    },
  });
}
