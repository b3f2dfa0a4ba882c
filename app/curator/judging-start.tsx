import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countJudging, findNextToJudge } from "#app/domain/judging/find-next.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

/** On to the product that the curator judges next; this page shows itself only when there is none. */
export const loader = allow(["curator", "office"], async ({ database, account }) => {
  const season = await findCurrentSeason(database);
  if (!season) throw redirect("/curator");
  const place = { seasonId: season.id, curatorId: account.id };
  const next = await findNextToJudge(database, place);
  if (next) throw redirect(`/curator/judging/${next}`);
  return { count: await countJudging(database, place) };
});

export default function JudgingStart() {
  const { count } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <DeskPage
      title={t(m.title)}
      lead={`${t(m.given)} ${count.given} / ${count.dealt}`}
      back={{ to: "/curator", word: t(curatorMessages.toQueue) }}
    >
      <EmptyState title={t(m.noneTitle)} body={t(m.noneBody)}>
        <Button url="/curator">{t(m.toList)}</Button>
      </EmptyState>
    </DeskPage>
  );
}
