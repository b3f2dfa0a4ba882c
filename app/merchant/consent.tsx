import { data, type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { answerConsent, withdrawConsent } from "#app/domain/consent/answer-consent.ts";
import { findConsents, findOpenConsent } from "#app/domain/consent/find-consents.ts";
import { consentKinds } from "#app/domain/consent/kinds.ts";
import { isToBeAsked, type Standing } from "#app/domain/consent/standing.ts";
import { countStanding } from "#app/domain/listing/count-standing.ts";
import { findConsentText } from "#app/messages/consent-texts.ts";
import { consentStateWords, consentWords, consentMessages as m } from "#app/messages/consents.ts";
import { formatDate } from "#app/messages/format.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { ConsentSections } from "#app/ui/plain/consent-sections.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { consentAddress, readConsentSlug } from "#app/web/consent-address.ts";
import styles from "./application.css?url";
import { merchantActor, orNotFound } from "./own-store.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = pageTitle(m.mine);

export const loader = allow(["merchant"], async ({ account, database, params, url }) => {
  const kind = orNotFound(readConsentSlug(params.kind, consentKinds));
  const standings = await findConsents(database, account.id);
  const standing = orNotFound(standings.find((one) => one.kind === kind) ?? null);
  const text = orNotFound(findConsentText(kind, standing.version));
  return {
    standing,
    asking: standings.some(isToBeAsked),
    number: consentKinds.indexOf(kind) + 1,
    sections: text.sections,
    standingListings: account.storeId ? await countStanding(database, account.storeId) : 0,
    merchant: account.helper ? account.name : null,
    withdrawn: url.searchParams.has("withdrawn"),
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const kind = orNotFound(readConsentSlug(params.kind, consentKinds));
  const form = await request.formData();
  const actor = merchantActor(account);
  const own = { accountId: account.id, kind };
  if (form.get("intent") === "withdraw") {
    const outcome = await withdrawConsent(database, actor, own);
    if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
    throw redirect(`${consentAddress(kind)}?withdrawn`);
  }
  const version = String(form.get("version") ?? "").slice(0, 20);
  const before = (await findConsents(database, account.id)).find((one) => one.kind === kind);
  const agreed = form.get("intent") === "agree";
  const outcome = await answerConsent(database, actor, { ...own, version, agreed });
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  const open = await findOpenConsent(database, account.id);
  if (open) throw redirect(consentAddress(open.kind));
  throw redirect(before && isToBeAsked(before) ? "/merchant" : "/account");
});

export default function ConsentPage() {
  const { standing, asking, number, sections, standingListings, merchant, withdrawn } = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const { kind, state, optional, version } = standing;
  const words = consentWords[kind];
  const marked = `${t(words.name)} ${t(optional ? m.optional : m.needed)}`;
  return (
    <Page title={t(words.question)} lead={marked} narrow>
      {asking && (
        <p className="step-place">
          {t(m.place, { number, total: consentKinds.length })}
          <progress max={consentKinds.length} value={number} aria-hidden="true" />
        </p>
      )}
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.readBelow)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {withdrawn && state === "withdrawn" && <Notice tone="live" title={t(m.withdrawn)} />}
      {state === "outdated" && <Changed standing={standing} />}
      <section className="card stack">
        <ul className="points">
          {words.points.map((point) => (
            <li key={point.en}>{t(point)}</li>
          ))}
        </ul>
        <details className="whole-text">
          <summary>{t(m.whole)}</summary>
          <ConsentSections sections={sections} level={2} />
        </details>
      </section>
      {merchant !== null ? (
        <Notice tone="waiting" title={t(m.onlyMerchant, { merchant })}>
          {t(m.onlyMerchantBody, { merchant })}
        </Notice>
      ) : state === "agreed" ? (
        <Agreed standing={standing} count={standingListings} />
      ) : (
        <Form method="post" className="stack" key={kind}>
          <input type="hidden" name="version" value={version} />
          {!optional && <p className="soft">{t(m.needless)}</p>}
          <Button kind="main" full name="intent" value="agree">
            {t(asking ? m.agree : m.agreeNow)}
          </Button>
          {optional && asking && (
            <Button full name="intent" value="refuse">
              {t(m.refuse)}
            </Button>
          )}
          {!asking && (
            <ButtonLink to="/account" full>
              {t(m.toAccount)}
            </ButtonLink>
          )}
        </Form>
      )}
    </Page>
  );
}

function Changed({ standing: { answered, version } }: { standing: Standing }) {
  const t = useSentence();
  const locale = useLocale();
  if (!answered) return null;
  const date = formatDate(locale, answered.at);
  return (
    <Notice tone="information" title={t(m.changed)}>
      {t(m.changedBody, { date, before: answered.version, version })}
    </Notice>
  );
}

/** What was agreed to, and the way out; for what nobody can do without, that is closing the account. */
function Agreed({ standing: { answered, optional, state }, count }: { standing: Standing; count: number }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack">
      <p>
        <Status tone="live" word={t(consentStateWords[state])} />
      </p>
      {answered && (
        <p className="soft">{t(m.answeredAt, { date: formatDate(locale, answered.at), version: answered.version })}</p>
      )}
      {optional ? (
        <details className="whole-text">
          <summary>{t(m.withdraw)}</summary>
          <Form method="post" className="stack">
            <p>{t(m.withdrawWhat, { count })}</p>
            <Button kind="danger" full name="intent" value="withdraw">
              {t(m.withdrawNow)}
            </Button>
          </Form>
        </details>
      ) : (
        <p className="soft">
          {t(m.leaving)}{" "}
          <Link to="/merchant/closing" className="text-link">
            {t(m.toClosing)}
          </Link>
        </p>
      )}
      <ButtonLink to="/account" full>
        {t(m.toAccount)}
      </ButtonLink>
    </section>
  );
}
