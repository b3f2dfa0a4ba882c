import { z } from "zod";
import { calendarFile } from "#app/domain/visit/calendar-file.ts";
import { calendarEntryOf, findVisit } from "#app/domain/visit/find-visit.ts";
import { say } from "#app/messages/sentence.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { allow } from "#app/web/allow.server.ts";
import { calendarAnswer } from "#app/web/calendar-answer.server.ts";
import { ownStore } from "./own-store.ts";

export const loader = allow(["merchant"], async ({ account, database, config, params, locale }) => {
  const id = z.uuid().safeParse(params.id);
  const visit = id.success ? await findVisit(database, id.data, { storeId: ownStore(account) }) : null;
  if (!visit || (visit.state !== "agreed" && visit.state !== "cancelled")) throw new Response(null, { status: 404 });
  const title = say(locale, m.calendarTitleStore, { creator: visit.creator.penName });
  const url = `${config.webUrl}/merchant/visits/${visit.id}`;
  return calendarAnswer(calendarFile(calendarEntryOf(visit, { title, url, note: visit.request }, new Date())));
});
