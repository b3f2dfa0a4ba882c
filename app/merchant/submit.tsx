import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { malls } from "#app/channels/registry.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { findDrafts, submitDrafts } from "#app/domain/season/submit-drafts.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { MendList } from "./mend-list.tsx";
import { merchantActor, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.submitTitle);

const mostShown = 100;

export const loader = allow(["merchant"], async ({ account, database }) => {
  const rules = await loadMallRules(database, malls);
  const drafts = await findDrafts(database, ownStore(account), rules);
  if (!drafts) throw redirect("/merchant");
  const { season, ready, readyByMall, heldBack } = drafts;
  return {
    season: season.name,
    ready: ready.length,
    readyByMall: Object.entries(readyByMall),
    malls: mallNames(),
    heldBack: heldBack.slice(0, mostShown),
    heldBackCount: heldBack.length,
  };
});

export const action = allow(["merchant"], async ({ account, database }) => {
  const rules = await loadMallRules(database, malls);
  const outcome = await submitDrafts(database, merchantActor(account), { storeId: ownStore(account) }, rules);
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  const { submitted, heldBack } = outcome.result;
  throw redirect(`/merchant?${new URLSearchParams({ sent: String(submitted), kept: String(heldBack) })}`);
});

export default function Submit() {
  const drafts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const t = useSentence();
  const { season, ready, heldBackCount } = drafts;
  return (
    <Page title={t(m.submitTitle)} lead={ready > 0 ? t(m.submitLead, { season }) : ""} narrow>
      {refused && <IssueList issues={refused.issues} />}
      {ready > 0 ? (
        <section className="card stack">
          <h2>{t(m.submitCount, { count: ready })}</h2>
          <p className="soft">{t(m.submitByMall)}</p>
          <ul className="mall-counts">
            {drafts.readyByMall.map(([mall, count]) => (
              <li key={mall}>
                <span>{t(nameOfChannel(drafts.malls, mall))}</span>
                <Status tone={count > 0 ? "live" : "quiet"} word={t(m.count, { count })} />
              </li>
            ))}
          </ul>
          {drafts.readyByMall.some(([, count]) => count < ready) && (
            <p>
              <Link to="/merchant/malls-table" className="text-link">
                {t(m.submitLacking)}
              </Link>
            </p>
          )}
          <p className="soft">{t(m.submitPinned)}</p>
          <Form method="post">
            <Button kind="main" full disabled={busy}>
              {t(m.submitButton, { count: ready })}
            </Button>
          </Form>
        </section>
      ) : (
        <EmptyState title={t(m.submitNone)} body={t(m.submitNoneBody)}>
          <ButtonLink to="/merchant" kind="main">
            {t(m.backHome)}
          </ButtonLink>
        </EmptyState>
      )}
      {heldBackCount > 0 && (
        <section className="stack">
          <h2>{t(m.heldBackTitle, { count: heldBackCount })}</h2>
          <p className="soft">{t(m.heldBackBody)}</p>
          <ul className="told-list">
            {drafts.heldBack.map(({ productId, name, sku, issues }) => (
              <li key={productId} className="card told">
                <h3>
                  <Link to={`/merchant/products/${productId}`}>{name}</Link>
                  <span className="soft"> · {sku}</span>
                </h3>
                <MendList issues={issues} productId={productId} />
              </li>
            ))}
          </ul>
          {heldBackCount > drafts.heldBack.length && (
            <p className="soft">{t(m.heldBackMore, { count: heldBackCount - drafts.heldBack.length })}</p>
          )}
        </section>
      )}
    </Page>
  );
}
