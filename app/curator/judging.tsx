import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { memo, useMemo, useState } from "react";
import { z } from "zod";
import { malls } from "#app/channels/registry.ts";
import { shownTitle } from "#app/channels/shown-title.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import {
  askChange,
  askChangeInput,
  takeBackRequest,
  takeBackRequestInput,
} from "#app/domain/change-request/ask-change.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { findComparables } from "#app/domain/judging/find-comparables.ts";
import { findJudging } from "#app/domain/judging/find-judging.ts";
import { findLookalikes } from "#app/domain/judging/find-lookalikes.ts";
import { countJudging, findNextToJudge } from "#app/domain/judging/find-next.ts";
import { findPreviousSlot } from "#app/domain/judging/find-previous-slot.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { loadWebPictures } from "#app/domain/picture/load-web-pictures.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { findSubmission } from "#app/domain/season/find-submission.ts";
import { grantBonus, grantBonusInput } from "#app/domain/season/grant-bonus.ts";
import { rejectSubmission, rejectSubmissionInput } from "#app/domain/season/reject-submission.ts";
import { statesSettled } from "#app/domain/season/states.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { explanationMessages } from "#app/messages/explanation.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, ButtonGroup } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { Lookalikes, PriceBeside } from "./beside.tsx";
import { Bonus } from "./bonus.tsx";
import { ChangeRequests } from "./change-requests.tsx";
import { Closed, whyClosed } from "./closed.tsx";
import { fromAhead, useLookAhead } from "./look-ahead.ts";
import { MallViews } from "./mall-views.tsx";
import { KeyLegend, MarkBoard } from "./mark-board.tsx";
import { type MarksOutbox, useMarksOutbox } from "./marks-outbox.ts";
import { NotTakenList } from "./not-taken.tsx";
import { noticeLines } from "./notice-lines.ts";
import { Others } from "./others.tsx";
import { Photos } from "./photos.tsx";
import { Description, NoticeTable, Store, Variants } from "./product-details.tsx";
import { ProductFactsCard } from "./product-facts-card.tsx";
import { DifferencesCard } from "./shown-differences.tsx";

export const meta = pageTitle(m.title);

export const loader = allow(["curator", "office"], async ({ database, account, params, locale }) => {
  const submissionId = z.uuid().safeParse(params.id).data;
  if (!submissionId) throw new Response(null, { status: 404 });
  const own = { submissionId, curatorId: account.id };
  const rules = await loadMallRules(database, malls);
  const [submission, judging] = await Promise.all([
    findSubmission(database, own, rules),
    findJudging(database, { ...own, seesAll: account.role === "office" }, rules),
  ]);
  if (!submission) throw new Response(null, { status: 404 });
  if (!judging) throw redirect(`/curator/submissions/${submissionId}`);
  const { product, seasonId } = submission;
  const place = { submissionId, seasonId, versionId: judging.versionId, curatorId: account.id };
  const [comparables, lookalikes, count, previous, next] = await Promise.all([
    findComparables(database, { ...place, ...product }),
    findLookalikes(database, { ...place, name: product.name }),
    countJudging(database, place),
    findPreviousSlot(database, place),
    findNextToJudge(database, { ...place, after: submissionId }),
  ]);
  const { fields = [], photos: changed } = judging.own?.differences ?? {};
  const pictureOf = await loadWebPictures(database, [
    ...product.photos,
    ...lookalikes.map(({ photo }) => photo),
    ...(changed?.removed ?? []),
    ...(changed?.edited.map(({ before }) => before) ?? []),
  ]);
  const small = (photo: Parameters<typeof pictureOf>[0]) => pictureOf(photo)?.sources[0]?.path ?? null;
  const large = (photo: Parameters<typeof pictureOf>[0]) => pictureOf(photo)?.sources.at(-1)?.path ?? null;
  const lines = noticeLines(product, locale);
  const names = mallNames();
  return {
    ...judging,
    role: account.role,
    product,
    store: submission.store,
    submittedAt: submission.submittedAt,
    photos: product.photos.flatMap((photo) => {
      const picture = pictureOf(photo);
      return picture ? [{ ...picture, caption: photo.caption }] : [];
    }),
    notice: { name: noticeOf(product.categoryKey).nameKo, lines },
    views: submission.assessment.malls.flatMap(({ mall, verdict, issues }) => {
      const name = names[mall];
      const known = Object.values(malls).find(({ key }) => key === mall);
      return name && known ? [{ mall, name, verdict, issues, title: shownTitle(known, product.name) }] : [];
    }),
    thumb: small(product.photos[0] ?? null),
    comparables,
    lookalikes: lookalikes.map((one) => ({ ...one, photo: small(one.photo) })),
    differences: changed
      ? {
          fields,
          reordered: changed.reordered,
          photos: [
            ...changed.added.map((photo) => ({ kind: "added" as const, before: null, after: large(photo) })),
            ...changed.removed.map((photo) => ({ kind: "removed" as const, before: large(photo), after: null })),
            ...changed.edited.map(({ before, after }) => ({
              kind: "edited" as const,
              before: large(before),
              after: large(after),
            })),
          ],
        }
      : null,
    count,
    previous,
    next,
  };
});

/** The next product is here before the curator wants it. */
export const clientLoader = fromAhead;

type Done = { did: "ask" | "take_back" | "reject" | "bonus"; issues?: Issue[] };
const inputs = { ask: askChangeInput, take_back: takeBackRequestInput, reject: rejectSubmissionInput };

export const action = allow(["curator", "office"], async ({ request, database, account, params }) => {
  const submissionId = z.uuid().safeParse(params.id).data;
  if (!submissionId) throw new Response(null, { status: 404 });
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person", accountId: account.id, role: account.role } as const satisfies Actor;
  switch (form.intent) {
    case "ask": {
      const input = inputs.ask.safeParse({ ...form, submissionId, pin: readPin(String(form.about)) });
      if (!input.success) return said({ did: "ask", issues: [issue("form.unreadable", { field: "text" })] });
      const outcome = await askChange(database, actor, input.data);
      return said({ did: "ask", ...(outcome.ok ? {} : { issues: outcome.issues }) });
    }
    case "take_back": {
      const input = inputs.take_back.safeParse(form);
      if (!input.success) throw new Response(null, { status: 400 });
      const outcome = await takeBackRequest(database, actor, input.data);
      return said({ did: "take_back", ...(outcome.ok ? {} : { issues: outcome.issues }) });
    }
    case "reject": {
      const input = inputs.reject.safeParse({ submissionId, reason: form.reason });
      if (!input.success) return said({ did: "reject", issues: [issue("reason.missing", { field: "reason" })] });
      const outcome = await rejectSubmission(database, actor, input.data);
      return said({ did: "reject", ...(outcome.ok ? {} : { issues: outcome.issues }) });
    }
    case "bonus": {
      const input = grantBonusInput.safeParse({ submissionId, points: form.points, reason: form.reason });
      if (!input.success) return said({ did: "bonus", issues: unreadableBonus(input.error) });
      const outcome = await grantBonus(database, actor, input.data);
      return said({ did: "bonus", ...(outcome.ok ? {} : { issues: outcome.issues }) });
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

const said = (done: Done) => data<Done>(done);

function unreadableBonus({ issues }: z.ZodError): Issue[] {
  return issues.map(({ path: [field] }) =>
    field === "reason" ? issue("reason.missing", { field }) : issue("form.unreadable", { field: "points" }),
  );
}

/** `field:<column>` or `photo:<sha256>`. */
function readPin(about: string) {
  const [kind, ...rest] = about.split(":");
  const value = rest.join(":");
  return kind === "photo" ? { kind, sha256: value } : { kind, field: value };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The outbox stands around the products: what is on its way goes on while the next one is looked at. */
export default function Judging() {
  const loaded = useLoaderData<typeof loader>();
  const outbox = useMarksOutbox();
  return <JudgedProduct key={`${loaded.submissionId} ${loaded.versionId}`} loaded={loaded} outbox={outbox} />;
}

function JudgedProduct({ loaded, outbox }: { loaded: Loaded; outbox: MarksOutbox }) {
  const t = useSentence();
  const navigate = useNavigate();
  const done = useActionData<typeof action>();
  const { submissionId, versionId, product, rubric, own, previous, next, count } = loaded;
  const [zoomed, setZoomed] = useState(false);
  useLookAhead(next);
  const stale = useMemo(() => marksOf(own, true), [own]);
  async function onNext(): Promise<void> {
    // What was looked up ahead does not know yet what was given since.
    if (next !== null && !outbox.gave(next)) return navigate(`/curator/judging/${next}`);
    await outbox.settled();
    navigate("/curator/judging");
  }
  const about = { submissionId, versionId, name: product.name };
  const closed = whyClosed(loaded, loaded.role);
  return (
    <DeskPage
      title={product.name}
      back={{ to: "/curator", word: t(curatorMessages.toQueue) }}
      actions={
        loaded.role === "curator" && (
          <Steps previous={previous} next={next} given={Math.max(count.given, outbox.given)} dealt={count.dealt} />
        )
      }
    >
      <NotTakenList outbox={outbox} here={submissionId} />
      {done?.issues && (
        <Notice tone="refused" title={t(curatorMessages.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.did === "ask" && !done.issues && <Notice tone="live" title={t(m.asked)} />}
      {own?.state === "reopened" && (
        <Notice tone="waiting" title={t(m.reopened)}>
          {t(m.reopenedBody)}
        </Notice>
      )}
      <div className="desk-judging">
        <Sheet loaded={loaded} zoomed={zoomed} onZoom={setZoomed} />
        <div className="desk-judging-side">
          {closed === null ? (
            <MarkBoard
              rubric={rubric}
              given={{ marks: marksOf(own, false), note: own?.note ?? "" }}
              stale={stale}
              status={t(statusOf(outbox, loaded))}
              onChange={(marked) => outbox.send({ ...about, ...marked, give: false })}
              onGive={(marked) => {
                outbox.send({ ...about, ...marked, give: true }, own?.state === "given" ? 0 : count.given + 1);
                void onNext();
              }}
              onNext={onNext}
              onPrevious={() => previous && navigate(`/curator/judging/${previous}`)}
              onZoom={() => setZoomed((now) => !now)}
            />
          ) : (
            <Closed why={closed} known={loaded} />
          )}
          {closed === null && <KeyLegend scale={rubric.scale} />}
          <Beside loaded={loaded} />
        </div>
      </div>
    </DeskPage>
  );
}

interface SheetProps {
  loaded: Loaded;
  zoomed: boolean;
  onZoom: (zoomed: boolean) => void;
}

/** What is judged. Drawn once a product, whatever is typed and sent beside it: the next product must not wait for it. */
const Sheet = memo(function Sheet({ loaded, zoomed, onZoom }: SheetProps) {
  const { product, photos, notice } = loaded;
  return (
    <div className="desk-judging-main">
      {loaded.differences && <DifferencesCard differences={loaded.differences} />}
      <Photos name={product.name} photos={photos} zoomed={zoomed} onZoom={onZoom} />
      <Description html={product.description} />
      <MallViews
        views={loaded.views}
        photo={loaded.thumb}
        price={product.price}
        notice={{ name: notice.name, lines: notice.lines.length }}
      />
      <Variants {...product} />
      <NoticeTable {...notice} />
      <Store product={product} store={loaded.store} />
    </div>
  );
});

/** What helps to judge, and what else may be done with the product. Drawn once a product, as the sheet is. */
const Beside = memo(function Beside({ loaded }: { loaded: Loaded }) {
  const t = useSentence();
  const { submissionId, product } = loaded;
  const closed = whyClosed(loaded, loaded.role);
  return (
    <>
      <PriceBeside price={product.price} comparables={loaded.comparables} />
      <Lookalikes lookalikes={loaded.lookalikes} />
      <ProductFactsCard product={product} state={loaded.state} submittedAt={loaded.submittedAt} />
      {loaded.role === "office" && <Bonus loaded={loaded} />}
      <ChangeRequests loaded={loaded} open={closed === null || closed === "officeLooks"} />
      <Others {...loaded} />
      {statesSettled.includes(loaded.seasonState) && (
        <Link to={`/curator/submissions/${submissionId}/why`}>{t(explanationMessages.link)} →</Link>
      )}
    </>
  );
});

type Own = Loaded["own"];

function marksOf(own: Own, stale: boolean): Record<string, number> {
  const marks = own?.marks.filter((one) => one.stale === stale) ?? [];
  return Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark]));
}

function statusOf({ state, saved }: MarksOutbox, { submissionId, own }: Loaded) {
  if (state === "sending") return m.sending;
  if (state === "offline") return m.offline;
  if (state === "shut_out") return m.shutOut;
  if (own?.state === "given") return m.givenAlready;
  return own || saved === submissionId ? m.kept : m.keptAsTyped;
}

function Steps({ previous, next, given, dealt }: Pick<Loaded, "previous" | "next"> & { given: number; dealt: number }) {
  const t = useSentence();
  const to = (id: string | null) => (id ? `/curator/judging/${id}` : undefined);
  return (
    <nav aria-label={t(curatorMessages.queue)} className="desk-row">
      <span className="desk-soft">
        {t(m.given)} {given} / {dealt}
      </span>
      <ButtonGroup>
        <Button url={to(previous)} disabled={!previous}>{`← ${t(curatorMessages.previous)}`}</Button>
        <Button url={to(next)} disabled={!next}>{`${t(curatorMessages.next)} →`}</Button>
      </ButtonGroup>
    </nav>
  );
}
