import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate, useSubmit } from "@remix-run/react";
import { useRef } from "react";
import { z } from "zod";
import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { findRules, hasRubric } from "#app/domain/season/find-rules.ts";
import { findSubmission } from "#app/domain/season/find-submission.ts";
import { judgeSubmission, judgeSubmissionInput } from "#app/domain/season/judge-submission.ts";
import { findNeighbours } from "#app/domain/season/list-submissions.ts";
import { rejectSubmission } from "#app/domain/season/reject-submission.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { readSubmissionFilter, writeSubmissionFilter } from "#app/domain/season/submission-filter.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, ButtonGroup } from "#app/ui/desk/polaris.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { AtMalls, ReadinessCard } from "./at-malls.tsx";
import { Decision, type Done, Marking } from "./judgement.tsx";
import { noticeLines } from "./notice-lines.ts";
import { Photos } from "./photos.tsx";
import { Description, NoticeTable, Store, Variants } from "./product-details.tsx";
import { ProductFactsCard } from "./product-facts-card.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["curator", "office"], async ({ database, account, params, url, locale }) => {
  const id = z.uuid().safeParse(params.id);
  const rules = await loadMallRules(database, malls);
  const found = id.success
    ? await findSubmission(database, { submissionId: id.data, curatorId: account.id }, rules)
    : null;
  if (!found) throw new Response(null, { status: 404 });
  const season = await database.season.findUniqueOrThrow({ where: { id: found.seasonId } });
  if (hasRubric((await findRules(database, season)).rules)) throw redirect(`/curator/judging/${found.id}`);
  const filter = readSubmissionFilter(url.searchParams);
  const { product } = found;
  const [neighbours, pictureOf] = await Promise.all([
    findNeighbours(database, found, filter),
    loadWebPictures(database, product.photos),
  ]);
  const query = String(writeSubmissionFilter(filter));
  return {
    ...found,
    photos: product.photos.flatMap((photo) => {
      const picture = pictureOf(photo);
      return picture ? [{ ...picture, caption: photo.caption }] : [];
    }),
    notice: { name: noticeOf(product.categoryKey).nameKo, lines: noticeLines(product, locale) },
    names: mallNames(),
    previous: addressOf(neighbours.previous, query),
    next: addressOf(neighbours.next, query),
    queue: query ? `/curator?${query}` : "/curator",
  };
});

export const action = allow(["curator", "office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const submissionId = z.uuid().safeParse(params.id).data;
  if (!submissionId) throw new Response(null, { status: 404 });
  const actor = { kind: "person", accountId: account.id, role: account.role } as const satisfies Actor;
  switch (form.intent) {
    case "judge": {
      const input = judgeSubmissionInput.safeParse({ ...form, submissionId });
      if (!input.success) return refusal({ did: "judge", issues: [issue("mark.missing", { field: "mark" })] });
      const outcome = await judgeSubmission(database, actor, input.data);
      if (!outcome.ok) return refusal({ did: "judge", issues: outcome.issues });
      return answer({ did: "judge", mark: outcome.result.mark });
    }
    case "select": {
      const outcome = await selectSubmission(database, actor, { submissionId }, await loadMallRules(database, malls));
      if (!outcome.ok) return refusal({ did: "select", issues: outcome.issues });
      return answer({ did: "select", place: outcome.result.place });
    }
    case "reject": {
      const outcome = await rejectSubmission(database, actor, { submissionId });
      return outcome.ok ? answer({ did: "reject" }) : refusal({ did: "reject", issues: outcome.issues });
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

export default function Submission() {
  const loaded = useLoaderData<typeof loader>();
  return <Judging key={loaded.id} {...loaded} />;
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Judging({ product, previous, next, queue, ...submission }: Loaded) {
  const done = useActionData<typeof action>();
  const t = useSentence();
  const marking = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const submit = useSubmit();
  useQueueKeys({
    onMark(mark) {
      if (!marking.current || submission.state !== "submitted") return;
      const form = new FormData(marking.current);
      form.set("mark", String(mark));
      submit(form, { method: "post", preventScrollReset: true });
    },
    onPrevious: () => previous && navigate(previous),
    onNext: () => next && navigate(next),
  });
  const { state, place, photos, assessment, names, listings } = submission;
  return (
    <DeskPage title={product.name} back={{ to: queue, word: t(m.toQueue) }} actions={<Steps {...{ previous, next }} />}>
      <div className="desk-judging">
        <div className="desk-judging-main">
          <Photos name={product.name} photos={photos} />
          <Description html={product.description} />
          <Variants {...product} />
          <NoticeTable {...submission.notice} />
          <Store product={product} store={submission.store} />
        </div>
        <div className="desk-judging-side">
          <ProductFactsCard product={product} state={state} submittedAt={submission.submittedAt} />
          {state === "submitted" && <Marking {...submission} form={marking} done={done} />}
          <Decision state={state} place={place} done={done} next={next} />
          {listings.length > 0 && <AtMalls {...submission} names={names} />}
          {state === "submitted" && <ReadinessCard assessment={assessment} names={names} />}
        </div>
      </div>
    </DeskPage>
  );
}

function Steps({ previous, next }: Pick<Loaded, "previous" | "next">) {
  const t = useSentence();
  return (
    <nav aria-label={t(m.queue)}>
      <ButtonGroup>
        <Button url={previous ?? undefined} disabled={!previous}>{`← ${t(m.previous)}`}</Button>
        <Button url={next ?? undefined} disabled={!next}>{`${t(m.next)} →`}</Button>
      </ButtonGroup>
    </nav>
  );
}

function addressOf(id: string | null, query: string): string | null {
  if (id === null) return null;
  return `/curator/submissions/${id}${query && `?${query}`}`;
}

const answer = (done: Done) => data<Done>(done);
const refusal = (done: Done) => data<Done>(done, { status: 422 });
