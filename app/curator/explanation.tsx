import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { explainSubmission } from "#app/domain/season/explain-result.ts";
import { twoDecimals } from "#app/domain/season/result/fraction.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { explanationMessages as m } from "#app/messages/explanation.ts";
import { judgingMessages } from "#app/messages/judging.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { Explanation } from "#app/ui/plain/explanation.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.title);

/** Curators see it once the list is settled: before, it would tell them the others' marks. */
export const loader = allow(["curator", "office"], async ({ database, account, params }) => {
  const submissionId = z.uuid().safeParse(params.id).data;
  const submission = submissionId
    ? await database.submission.findUnique({
        where: { id: submissionId },
        select: {
          id: true,
          version: { select: { name: true } },
          product: { select: { store: { select: { name: true } } } },
        },
      })
    : null;
  if (!submission) throw new Response(null, { status: 404 });
  const explained = await explainSubmission(database, submission.id);
  const shown = explained !== null && (explained.frozen !== null || account.role === "office");
  return {
    id: submission.id,
    name: submission.version.name,
    store: submission.product.store.name,
    explained: shown ? explained : null,
  };
});

export default function WhyItIsSo() {
  const { id, name, store, explained } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <DeskPage
      title={name}
      lead={`${store} · ${t(m.title)}`}
      back={{ to: "/curator", word: t(curatorMessages.toQueue) }}
      narrow
    >
      {explained ? (
        <Explanation {...explained} decimals={twoDecimals} />
      ) : (
        <EmptyState title={t(m.notYetTitle)} body={t(m.notYetBody)} />
      )}
      <p>
        <Link to={`/curator/judging/${id}`}>{t(judgingMessages.toProduct)} →</Link>
      </p>
    </DeskPage>
  );
}
