import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { saveDraftCells } from "#app/domain/draft/save-cells.ts";
import type { DraftStep } from "#app/domain/draft/steps.ts";
import { suggestCells } from "#app/domain/draft/suggest-cells.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { inDetails, mayReferToDetails } from "#app/domain/notice/details.ts";
import { findCategory } from "#app/domain/product/categories.ts";
import { findByWord } from "#app/messages/category-words.ts";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { formatWon } from "#app/messages/format.ts";
import { helpMessages } from "#app/messages/help.ts";
import { noticeQuestion } from "#app/messages/notice-questions.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Icon } from "#app/ui/plain/icon.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { allow } from "#app/web/allow.server.ts";
import applicationStyles from "./application.css?url";
import { CategoryChoice } from "./draft-category-choice.tsx";
import { DraftField } from "./draft-field.tsx";
import { draftPath, originOf, pathAfter, pathBefore } from "./draft-path.ts";
import { DraftPlace, DraftQuestions, noticeName } from "./draft-place.tsx";
import styles from "./drafts.css?url";
import { openOwnDraft } from "./own-draft.server.ts";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: applicationStyles },
  { rel: "stylesheet", href: styles },
];
export const meta = pageTitle(m.begin);

export const loader = allow(["merchant"], async ({ account, database, params, url, locale }) => {
  const { id, cells, typedBy, steps } = await openOwnDraft(database, account, params.id);
  const step = orNotFound(steps.find(({ key }) => key === params.step) ?? null);
  const storeId = ownStore(account);
  const { shippingFee } = await database.store.findUniqueOrThrow({
    where: { id: storeId },
    select: { shippingFee: true },
  });
  const suggested = (await suggestCells(database, { storeId, cells }))[step.key];
  const from = originOf(url);
  const word = url.searchParams.get("word")?.trim() ?? "";
  return {
    draftId: id,
    step,
    steps,
    text: cells[step.key] ?? suggested ?? "",
    isSuggested: suggested !== undefined,
    helper: typedBy[step.key] ?? null,
    storeFee: formatWon(locale, shippingFee),
    from,
    after: pathAfter(id, steps, step.key, from),
    before: pathBefore(id, steps, step.key, from),
    word,
    category: findCategory(cells.category ?? "")?.key ?? null,
    found: step.part === "category" ? findByWord(locale, word) : [],
    group: url.searchParams.get("group"),
  };
});

/** What has to be said at once, while the question is still on the screen; what is empty may be filled later. */
function faultsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter(
    ({ severity, code }) => severity === "error" || code === "notice.unreadable" || code === "notice.too_long",
  );
}

/** Where the buttons beside the main one lead. */
const asides = ["back", "later", "leave"] as const;

export const action = allow(["merchant"], async ({ account, database, params, request, url }) => {
  const { id: draftId, cells } = await openOwnDraft(database, account, params.id);
  const storeId = ownStore(account);
  const key = params.step ?? "";
  const form = await request.formData();
  const aside = asides.find((one) => one === form.get("intent"));
  // A quick choice is a button, and goes before what stands in the field.
  const text = String([form.get("quick"), form.get("text")].find((one) => typeof one === "string") ?? "");
  // Whoever goes aside has not said yes to what we filled in.
  const unsaid =
    aside && cells[key] === undefined && text === ((await suggestCells(database, { storeId, cells }))[key] ?? "");
  if (!unsaid) {
    const own = { storeId, accountId: account.id, draftId };
    const saved = await saveDraftCells(database, merchantActor(account), { ...own, cells: { [key]: text } });
    if (!saved.ok) throw new Response(null, { status: 404 });
  }
  // Asked again: another category has other questions.
  const { steps } = await openOwnDraft(database, account, draftId);
  const step = orNotFound(steps.find((one) => one.key === key) ?? null);
  const from = originOf(url);
  if (aside === "leave") throw redirect("/merchant");
  if (aside === "back") throw redirect(pathBefore(draftId, steps, key, from) ?? draftPath(draftId, "photos"));
  const issues = aside ? [] : faultsOf(step.issues);
  if (issues.length > 0) return data({ issues }, { status: 422 });
  throw redirect(pathAfter(draftId, steps, key, from));
});

export default function DraftStepPage() {
  const page = useLoaderData<typeof loader>();
  const { issues = [] } = useAnswer<typeof action>() ?? {};
  const { draftId, step, steps, from, before, after } = page;
  const t = useSentence();
  const locale = useLocale();
  useStartOfPage(step.key);
  const question = useQuestion(step);
  const notices = steps.filter(({ part }) => part === "notice");
  const here = { number: notices.findIndex(({ key }) => key === step.key) + 1, total: notices.length };
  const lead = step.part === "notice" ? m.noticeLead : partWords[step.part].lead;
  return (
    <Page title={question} lead={t(lead, { fee: t(m.storeFee, { fee: page.storeFee }) })} narrow>
      <DraftPlace steps={steps} current={step.key} />
      {issues.length > 0 && (
        <Notice tone="waiting" title={t(m.keptNotice)}>
          {t(m.keptBody)}
        </Notice>
      )}
      {step.part === "category" ? (
        <CategoryChoice
          chosen={page.category}
          word={page.word}
          found={page.found}
          group={page.group}
          from={from}
          after={after}
        >
          {before && <ButtonLink to={before}>{t(m.previous)}</ButtonLink>}
          <ButtonLink to={after}>{t(m.later)}</ButtonLink>
          <ButtonLink to="/merchant">{t(m.home)}</ButtonLink>
        </CategoryChoice>
      ) : (
        <Form key={step.key} method="post" action={draftPath(draftId, step.key, from)} className="card stack">
          {step.field && (
            <p className="soft">
              {t(m.noticePlace, here)}
              {step.field.kind === "boolean" && ` · ${noticeName(locale, step.field)}`}
            </p>
          )}
          {page.isSuggested && page.text !== "" && (
            <p className="suggested">
              <Icon name="mark" />
              <span>{t(m.suggested)}</span>
            </p>
          )}
          <DraftField step={step} text={page.text} issues={issues} />
          {page.helper !== null && <p className="soft">{t(helpMessages.typedBy, { name: page.helper })}</p>}
          <div className="form-end">
            <Button kind="main" full>
              {t(m.next)}
            </Button>
            <QuickChoices step={step} />
            <div className="leave">
              <Button name="intent" value="back">
                {t(m.previous)}
              </Button>
              <Button name="intent" value="later">
                {t(m.later)}
              </Button>
              <Button name="intent" value="leave">
                {t(m.home)}
              </Button>
            </div>
          </div>
        </Form>
      )}
      <DraftQuestions draftId={draftId} steps={steps} current={step.key} />
    </Page>
  );
}

/** As one would ask it; a field of the law that no daily question fits is asked by its own name. */
function useQuestion({ part, field }: DraftStep): string {
  const t = useSentence();
  const locale = useLocale();
  if (part !== "notice") return t(partWords[part].question);
  const asked = field && noticeQuestion(field);
  return asked ? t(asked) : noticeName(locale, field);
}

/** Buttons that answer at once. They stand behind the main one, which Enter presses. */
function QuickChoices({ step: { part, field } }: { step: DraftStep }) {
  const t = useSentence();
  if (part === "origin")
    return (
      <Button name="quick" value="국내산">
        {t(m.domestic)}
      </Button>
    );
  if (part === "kc")
    return (
      <Button name="quick" value="없음">
        {t(m.none)}
      </Button>
    );
  if (!field || !mayReferToDetails(field)) return null;
  return (
    <div className="stack quick">
      <Button name="quick" value={inDetails}>
        {t(m.inDetails)}
      </Button>
      <p className="soft">{t(m.inDetailsHint)}</p>
    </div>
  );
}

/** A new question begins at its top, also for those who hear the page. */
function useStartOfPage(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    document.getElementById("content")?.focus();
  }, [step]);
}
