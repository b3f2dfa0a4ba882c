import { Link, useLoaderData } from "@remix-run/react";
import { mallsWithOwnShops } from "#app/channels/own-shop.ts";
import { listMallTerms, type OfferedMall } from "#app/domain/agreement/list-mall-terms.ts";
import { findConsents } from "#app/domain/consent/find-consents.ts";
import { feesMessages } from "#app/messages/fees.ts";
import { formatDate } from "#app/messages/format.ts";
import { mallTermsMessages as m } from "#app/messages/mall-terms.ts";
import { ownShopMessages as own } from "#app/messages/own-shop.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { consentAddress } from "#app/web/consent-address.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { MallTermsFacts } from "./mall-terms-facts.tsx";
import { ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

export const loader = allow(["merchant"], async ({ account, database, url }) => {
  const storeId = ownStore(account);
  const names = mallNames();
  const consents = await findConsents(database, account.id);
  const passingOn = consents.find(({ kind }) => kind === "passing_on");
  return {
    malls: (await listMallTerms(database, storeId)).filter(({ mall }) => mall in names),
    names,
    ownShops: mallsWithOwnShops(),
    passesOn: passingOn?.state === "agreed",
    saved: url.searchParams.get("agreed"),
    withdrawn: url.searchParams.get("withdrawn"),
  };
});

export default function MerchantMalls() {
  const { malls, names, ownShops, passesOn, saved, withdrawn } = useLoaderData<typeof loader>();
  const t = useSentence();
  const nameOf = (mall: string | null) => {
    const name = mall === null ? undefined : names[mall];
    return name && t(name);
  };
  const [agreedTo, withdrawnFrom] = [nameOf(saved), nameOf(withdrawn)];
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      {agreedTo && <Notice tone="live" title={t(m.saved, { mall: agreedTo })} />}
      {withdrawnFrom && <Notice tone="live" title={t(m.withdrawn, { mall: withdrawnFrom })} />}
      {!passesOn && (
        <Notice tone="waiting" title={t(m.passingOnMissing)}>
          <p>{t(m.passingOnMissingBody)}</p>
          <ButtonLink to={consentAddress("passing_on")}>{t(m.passingOn)}</ButtonLink>
        </Notice>
      )}
      {malls.map((offered) => (
        <MallCard key={offered.mall} offered={offered} name={nameOf(offered.mall) ?? offered.mall} />
      ))}
      {ownShops.map((mall) => (
        <section key={mall} className="card stack">
          <h2>{t(own.title)}</h2>
          <p>{t(own.cardBody, { mall: nameOf(mall) ?? mall })}</p>
          <ButtonLink to={`/merchant/shops/${mall}`} full>
            {t(own.open)}
          </ButtonLink>
        </section>
      ))}
      <p>
        <Link to="/merchant/fees" className="text-link">
          {t(feesMessages.link)}
        </Link>
      </p>
    </Page>
  );
}

function MallCard({ offered: { mall, terms, agreedAt, before }, name }: { offered: OfferedMall; name: string }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack">
      <h2>{name}</h2>
      <p>
        {agreedAt ? (
          <Status tone="live" word={t(m.agreedAt, { date: formatDate(locale, agreedAt) })} />
        ) : (
          <Status tone={terms ? "waiting" : "quiet"} word={t(terms ? (before ? m.changed : m.open) : m.unknown)} />
        )}
      </p>
      {terms && <MallTermsFacts terms={terms} />}
      {terms && (
        <ButtonLink to={`/merchant/malls/${mall}`} full>
          <span aria-hidden="true">{t(agreedAt ? m.see : m.look)}</span>
          <span className="visually-hidden">{t(agreedAt ? m.seeAt : m.lookAt, { mall: name })}</span>
        </ButtonLink>
      )}
    </section>
  );
}
