import { z } from "zod";
import { calendarFile } from "#app/domain/visit/calendar-file.ts";
import { calendarEntryOf, findVisit } from "#app/domain/visit/find-visit.ts";
import { say } from "#app/messages/sentence.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { allow } from "#app/web/allow.server.ts";
import { calendarAnswer } from "#app/web/calendar-answer.server.ts";

export const loader = allow(["creator"], async ({ account, database, config, params, locale }) => {
  const id = z.uuid().safeParse(params.id);
  const visit = id.success ? await findVisit(database, id.data, { creatorId: account.id }) : null;
  if (!visit || (visit.state !== "agreed" && visit.state !== "cancelled")) throw new Response(null, { status: 404 });
  const title = say(locale, m.calendarTitle, { store: visit.store.name });
  const url = `${config.webUrl}/creator/visits/${visit.id}`;
  return calendarAnswer(calendarFile(calendarEntryOf(visit, { title, url, note: visit.campaign.duties }, new Date())));
});
