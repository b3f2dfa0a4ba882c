import { data, redirect } from "@remix-run/node";
import {
  type ClientLoaderFunctionArgs,
  Link,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigate,
  useRevalidator,
} from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
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
import { rejectSubmission, rejectSubmissionInput } from "#app/domain/season/reject-submission.ts";
import { curatorMessages } from "#app/messages/curator.ts";
import { explanationMessages } from "#app/messages/explanation.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { seasonStateWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, ButtonGroup } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { Lookalikes, PriceBeside } from "./beside.tsx";
import { ChangeRequests } from "./change-requests.tsx";
import { MallViews } from "./mall-views.tsx";
import { MarkBoard } from "./mark-board.tsx";
import { type NotTaken, type Sending, useMarksOutbox } from "./marks-outbox.ts";
import { noticeLines } from "./notice-lines.ts";
import { Photos, photoSizes } from "./photos.tsx";
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
    findJudging(database, own, rules),
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

/** Products looked up before they are asked for: id → when, and what came. One is used once, and while it is fresh. */
const ahead = new Map<string, { at: number; loaded: Promise<unknown> }>();
const asked = new Set<string>();
const freshFor = 60_000;

/** The next product is here before the curator wants it. */
export async function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  const id = String(params.id);
  if (asked.delete(id)) {
    const loaded = serverLoader();
    ahead.set(id, { at: Date.now(), loaded });
    return loaded;
  }
  const known = ahead.get(id);
  ahead.delete(id);
  return known && Date.now() - known.at < freshFor ? known.loaded : serverLoader();
}

type Done = { did: "ask" | "take_back" | "reject"; issues?: Issue[] };
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
    default:
      throw new Response(null, { status: 400 });
  }
});

const said = (done: Done) => data<Done>(done);

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

function JudgedProduct({ loaded, outbox }: { loaded: Loaded; outbox: ReturnType<typeof useMarksOutbox> }) {
  const t = useSentence();
  const navigate = useNavigate();
  const done = useActionData<typeof action>();
  const { submissionId, versionId, product, rubric, own, previous, next, photos, count } = loaded;
  const [zoomed, setZoomed] = useState(false);
  usePrefetch(next);
  const stale = useMemo(() => marksOf(own, true), [own]);
  const onNext = () => navigate(next ? `/curator/judging/${next}` : "/curator/judging");
  const about = { submissionId, versionId, name: product.name };
  const closed = whyClosed(loaded);
  return (
    <DeskPage
      title={product.name}
      back={{ to: "/curator", word: t(curatorMessages.toQueue) }}
      actions={<Steps previous={previous} next={next} given={count.given} dealt={count.dealt} />}
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
        <div className="desk-judging-main">
          {loaded.differences && <DifferencesCard differences={loaded.differences} />}
          <Photos name={product.name} photos={photos} zoomed={zoomed} onZoom={setZoomed} />
          <Description html={product.description} />
          <MallViews
            views={loaded.views}
            photo={loaded.thumb}
            price={product.price}
            notice={{ name: loaded.notice.name, lines: loaded.notice.lines.length }}
          />
          <Variants {...product} />
          <NoticeTable {...loaded.notice} />
          <Store product={product} store={loaded.store} />
        </div>
        <div className="desk-judging-side">
          {closed === null ? (
            <MarkBoard
              rubric={rubric}
              given={{ marks: marksOf(own, false), note: own?.note ?? "" }}
              stale={stale}
              status={t(statusOf(outbox.state, own?.state === "given"))}
              onChange={(marked) => outbox.send({ ...about, ...marked, give: false })}
              onGive={(marked) => {
                outbox.send({ ...about, ...marked, give: true });
                onNext();
              }}
              onNext={onNext}
              onPrevious={() => previous && navigate(`/curator/judging/${previous}`)}
              onZoom={() => setZoomed((now) => !now)}
            />
          ) : (
            <Closed why={closed} loaded={loaded} />
          )}
          {closed === null && <KeyLegend scale={rubric.scale} />}
          <PriceBeside price={product.price} comparables={loaded.comparables} />
          <Lookalikes lookalikes={loaded.lookalikes} />
          <ProductFactsCard product={product} state={loaded.state} submittedAt={loaded.submittedAt} />
          <ChangeRequests loaded={loaded} open={closed === null} />
          <Others loaded={loaded} />
          {["frozen", "published", "closed"].includes(loaded.seasonState) && (
            <Link to={`/curator/submissions/${submissionId}/why`}>{t(explanationMessages.link)} →</Link>
          )}
        </div>
      </div>
    </DeskPage>
  );
}

/** Loads the next product while this one is looked at, and its first photo. */
function usePrefetch(next: string | null): void {
  const fetcher = useFetcher<Loaded>();
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (next === null || begun.current === next) return;
    begun.current = next;
    asked.add(next);
    fetcher.load(`/curator/judging/${next}`);
  }, [next, fetcher]);
  const photo = fetcher.data?.photos[0];
  useEffect(() => {
    if (!photo) return;
    const image = new Image();
    image.sizes = photoSizes;
    image.srcset = photo.sources.map(({ path, width }) => `${path} ${width}w`).join(", ");
  }, [photo]);
}

type Own = Loaded["own"];

function marksOf(own: Own, stale: boolean): Record<string, number> {
  const marks = own?.marks.filter((one) => one.stale === stale) ?? [];
  return Object.fromEntries(marks.map(({ criterion, mark }) => [criterion, mark]));
}

function statusOf(state: Sending, given: boolean) {
  if (state === "sending") return m.sending;
  if (state === "offline") return m.offline;
  if (state === "shut_out") return m.shutOut;
  return given ? m.givenAlready : m.kept;
}

type Why = "withdrawn" | "decided" | "conflict" | "notEligible" | "notJudging" | "judgingOver";

/** Null: it can be judged now. */
function whyClosed({ state, seasonState, conflict, eligible, judgingUntil }: Loaded): Why | null {
  if (state === "withdrawn") return "withdrawn";
  if (state !== "submitted") return "decided";
  if (seasonState !== "judging") return "notJudging";
  if (judgingUntil !== null && Date.parse(judgingUntil) < Date.now()) return "judgingOver";
  if (conflict) return "conflict";
  return eligible ? null : "notEligible";
}

function Closed({ why, loaded: { seasonState, judgingUntil, gates } }: { why: Why; loaded: Loaded }) {
  const t = useSentence();
  const locale = useLocale();
  const date = judgingUntil === null ? "" : formatDateTime(locale, new Date(judgingUntil));
  return (
    <Notice
      tone={why === "conflict" ? "information" : "quiet"}
      title={t(m[why], { state: t(seasonStateWords[seasonState]), date })}
    >
      {why === "notEligible" && (
        <IssueList issues={gates.filter(({ met, waived }) => !met && !waived).flatMap(({ issues }) => issues)} />
      )}
    </Notice>
  );
}

/** What the server did not take, whichever product it was about. */
function NotTakenList({ outbox, here }: { outbox: ReturnType<typeof useMarksOutbox>; here: string }) {
  const t = useSentence();
  const { revalidate } = useRevalidator();
  return (
    <>
      {outbox.state === "shut_out" && (
        <Notice tone="refused" title={t(m.shutOut)}>
          <Link to="/login/password" target="_blank">
            {t(m.logInAgain)}
          </Link>
        </Notice>
      )}
      {outbox.notTaken.map(({ submissionId, name, give, issues }: NotTaken) => (
        <Notice key={submissionId} tone="refused" title={t(give ? m.notTaken : m.notSaved, { name })}>
          <IssueList issues={issues} />
          <div className="desk-row">
            {submissionId === here ? (
              <Button onClick={revalidate}>{t(m.reload)}</Button>
            ) : (
              <Link to={`/curator/judging/${submissionId}`}>{t(m.toThat)}</Link>
            )}
            <Button onClick={() => outbox.forget(submissionId)}>{t(m.forget)}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
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

function KeyLegend({ scale }: { scale: number }) {
  const t = useSentence();
  const words = [t(m.keyMark, { scale }), t(m.keyMove), t(m.keyGive), t(m.keyNext), t(m.keyZoom)];
  return (
    <section className="desk-keys key-legend" aria-label={t(m.legend)}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </section>
  );
}

function Others({ loaded: { others, slots, rubric } }: { loaded: Loaded }) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.others)} aside={<Status tone="quiet" word={t(m.slotsGiven, slots)} />}>
      {others === null && <p className="desk-soft">{t(m.othersHidden)}</p>}
      {others?.length === 0 && <p className="desk-soft">{t(m.noOthers)}</p>}
      <ul className="desk-list">
        {others?.map(({ curator, marks, note }) => (
          <li key={curator}>
            <strong>{curator}</strong>{" "}
            {rubric.criteria.map(({ key, label }) => `${label[locale]} ${marks[key] ?? "–"}`).join(" · ")}
            {note && <p className="desk-soft">{note}</p>}
          </li>
        ))}
      </ul>
    </DeskCard>
  );
}
