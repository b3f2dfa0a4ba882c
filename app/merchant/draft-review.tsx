import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { deleteDraft } from "#app/domain/draft/delete-draft.ts";
import { finishDraft } from "#app/domain/draft/finish-draft.ts";
import type { JudgedStep } from "#app/domain/draft/judge-draft.ts";
import { decodedPhoto } from "#app/domain/draft/load-photos.ts";
import { readWhole, readWon } from "#app/domain/intake/cell.ts";
import { findCategory } from "#app/domain/product/categories.ts";
import { categoryWords } from "#app/messages/category-words.ts";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { formatCount } from "#app/messages/format.ts";
import { helpMessages } from "#app/messages/help.ts";
import { type Locale, say } from "#app/messages/sentence.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { sayWon } from "./draft-field.tsx";
import { draftPath } from "./draft-path.ts";
import { useStepName } from "./draft-place.tsx";
import styles from "./drafts.css?url";
import { openOwnDraft } from "./own-draft.server.ts";
import { merchantActor, ownStore } from "./own-store.ts";
import { editablePhotos } from "./photo-editor/editable-photo.server.ts";
import { EditedPicture } from "./photo-editor/edited-picture.tsx";
import photoStyles from "./photo-queue/photo-queue.css?url";
import { QueuedPhotos } from "./photo-queue/queued-photos.tsx";
import { photoQueue, useQueuedPhotos } from "./photo-queue/use-photo-queue.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: applicationStyles },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: photoStyles },
];
export const meta = pageTitle(m.reviewTitle);

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const { id, cells, typedBy, steps, photos } = await openOwnDraft(database, account, params.id);
  const decoded = photos.map(decodedPhoto);
  const [shownPhoto, drawnOf] = await Promise.all([shownPhotos(database, decoded), editablePhotos(database, decoded)]);
  return {
    draftId: id,
    cells,
    typedBy,
    steps,
    photos: photos.flatMap(({ id: photoId, sha256, edits }) => {
      const drawn = sha256 && drawnOf.get(sha256);
      return drawn ? [{ id: photoId, src: shownPhoto({ sha256, edits })?.small ?? null, edits, drawn }] : [];
    }),
    category: findCategory(cells.category ?? "")?.key ?? null,
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const { id: draftId } = await openOwnDraft(database, account, params.id);
  const own = { storeId: ownStore(account), draftId };
  const form = await request.formData();
  if (form.get("intent") === "delete") {
    const deleted = await deleteDraft(database, merchantActor(account), own);
    if (!deleted.ok) return data({ issues: deleted.issues }, { status: 422 });
    throw redirect("/merchant");
  }
  const finished = await finishDraft(database, merchantActor(account), own);
  if (!finished.ok) return data({ issues: finished.issues }, { status: 422 });
  throw redirect(draftPath(draftId, "done"));
});

export default function DraftReview() {
  const { draftId, steps } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const queued = useQueuedPhotos().filter((photo) => photo.draftId === draftId);
  const coming = queued.filter(({ state }) => state !== "refused").length;
  const wrong = steps.filter(({ state }) => state === "wrong");
  const lacking = steps.filter(({ state }) => state === "lacking");
  const [gap] = wrong.length > 0 ? wrong : lacking;
  return (
    <Page title={t(m.reviewTitle)} lead={t(m.reviewLead)} narrow>
      {refused && (
        <Notice tone="refused" title={t(m.notFinished)}>
          <IssueList issues={refused.issues} />
        </Notice>
      )}
      <Answers />
      <QueuedPhotos photos={queued} />
      {gap && (
        <Notice
          tone="waiting"
          title={
            wrong.length > 0 ? t(m.wrongTitle, { count: wrong.length }) : t(m.lackingTitle, { count: lacking.length })
          }
        >
          <p>{t(wrong.length > 0 ? m.wrongBody : m.lackingBody)}</p>
        </Notice>
      )}
      <div className="form-end">
        {gap && (
          <ButtonLink to={draftPath(draftId, gap.key, "gaps")} kind="main" full>
            {t(wrong.length > 0 ? m.mend : m.fill)}
          </ButtonLink>
        )}
        {coming > 0 && <p role="status">{t(m.queuedHere, { count: coming })}</p>}
        {wrong.length === 0 && coming === 0 && (
          <Form method="post" onSubmit={() => void photoQueue().removeDraft(draftId)}>
            <Button kind={gap ? "plain" : "main"} full disabled={busy}>
              {t(gap ? m.finishAnyway : m.finish)}
            </Button>
          </Form>
        )}
        <ButtonLink to="/merchant" full>
          {t(m.home)}
        </ButtonLink>
      </div>
      <details className="all-steps">
        <summary>{t(m.deleteTitle)}</summary>
        <Form method="post" className="card stack" onSubmit={() => void photoQueue().removeDraft(draftId)}>
          <p>{t(m.deleteBody)}</p>
          <Button kind="danger" name="intent" value="delete" full>
            {t(m.deleteYes)}
          </Button>
        </Form>
      </details>
    </Page>
  );
}

/** The law's fields are many and seldom looked at twice: they are folded. */
function Answers() {
  const { steps } = useLoaderData<typeof loader>();
  const t = useSentence();
  const notices = steps.filter(({ part }) => part === "notice");
  const done = notices.filter(({ state }) => state === "complete").length;
  return (
    <>
      <AnswerList steps={steps.filter(({ part }) => part !== "notice")} />
      {notices.length > 0 && (
        <details className="folded">
          <summary>{t(m.noticesSaid, { count: done, total: notices.length })}</summary>
          <AnswerList steps={notices} />
        </details>
      )}
    </>
  );
}

function AnswerList({ steps }: { steps: readonly JudgedStep[] }) {
  const { draftId, typedBy } = useLoaderData<typeof loader>();
  const t = useSentence();
  const name = useStepName();
  return (
    <dl className="card answers">
      {steps.map((step) => (
        <div key={step.key}>
          <dt>{name(step)}</dt>
          <dd className="stack">
            <Answer step={step} />
            {typedBy[step.key] && <p className="soft">{t(helpMessages.typedBy, { name: typedBy[step.key] ?? "" })}</p>}
          </dd>
          <dd>
            <Link to={draftPath(draftId, step.key, "review")} className="text-link">
              <span aria-hidden="true">{t(m.change)}</span>
              <span className="visually-hidden">{t(m.changeStep, { step: name(step) })}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ step }: { step: JudgedStep }) {
  const { cells, photos, category } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  if (step.part === "photos") {
    const title = (cells.name ?? "").trim() || t(m.unnamed);
    return (
      <>
        <ul className="review-photos">
          {photos.map(({ id, src, edits, drawn }, index) => (
            <li key={id}>
              {src ? (
                <PhotoThumb src={src} alt={`${title} ${index + 1}`} size={96} />
              ) : (
                <EditedPicture photo={drawn} edits={edits} alt={`${title} ${index + 1}`} square />
              )}
            </li>
          ))}
        </ul>
        {step.issues.length > 0 && <IssueList issues={step.issues} />}
      </>
    );
  }
  const said = sayCell(locale, step, cells[step.key] ?? "", category);
  if (said === "" && step.issues.length > 0) return <p className="review-empty">{t(m.empty)}</p>;
  return (
    <>
      {said === "" ? <p className="soft">{t(m.emptyOptional)}</p> : <p className="answer">{said}</p>}
      {step.issues.length > 0 && <IssueList issues={step.issues} />}
    </>
  );
}

/** An answer as it was meant; what cannot be read stays as it was typed. */
function sayCell(locale: Locale, { part }: JudgedStep, text: string, category: string | null): string {
  if (text.trim() === "") return "";
  if (part === "price" || part === "shipping_fee") return sayWon(locale, readWon(text)) || text;
  if (part === "category" && category) return categoryWords[category]?.name[locale] ?? text;
  if (part === "stock") {
    const count = readWhole(text);
    return count === null ? text : say(locale, m.pieceCount, { count: formatCount(count) });
  }
  return text;
}
