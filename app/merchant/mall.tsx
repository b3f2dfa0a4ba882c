import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { agreeToMall, agreeToMallInput, withdrawAgreement } from "#app/domain/agreement/agree-to-mall.ts";
import { listMallTerms } from "#app/domain/agreement/list-mall-terms.ts";
import type { MallTerms } from "#app/domain/agreement/permission.ts";
import { countStanding } from "#app/domain/listing/count-standing.ts";
import { formatDate, formatPercent, formatWon } from "#app/messages/format.ts";
import { mallTermsMessages as m } from "#app/messages/mall-terms.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { MallTermsFacts } from "./mall-terms-facts.tsx";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

const examplePrice = 10_000;

export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const storeId = ownStore(account);
  const names = mallNames();
  const offered = orNotFound((await listMallTerms(database, storeId)).find(({ mall }) => mall === params.mall) ?? null);
  return {
    ...offered,
    name: orNotFound(names[offered.mall] ?? null),
    standing: await countStanding(database, storeId, offered.mall),
  };
});

export const action = allow(["merchant"], async ({ account, database, params, request }) => {
  const storeId = ownStore(account);
  const form = Object.fromEntries(await request.formData());
  const mall = orNotFound(Object.keys(mallNames()).find((key) => key === params.mall) ?? null);
  const actor = merchantActor(account);
  if (form.intent === "withdraw") {
    const outcome = await withdrawAgreement(database, actor, { storeId, mall });
    if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
    throw redirect(`/merchant/malls?${new URLSearchParams({ withdrawn: mall })}`);
  }
  const input = agreeToMallInput.safeParse({ ...form, storeId, mall });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await agreeToMall(database, actor, input.data);
  if (!outcome.ok) return data({ issues: outcome.issues }, { status: 422 });
  throw redirect(`/merchant/malls?${new URLSearchParams({ agreed: mall })}`);
});

export default function MerchantMall() {
  const { name, terms, agreedAt, before, standing } = useLoaderData<typeof loader>();
  const { issues = [] } = useActionData<typeof action>() ?? {};
  const t = useSentence();
  const locale = useLocale();
  const mall = t(name);
  const back = (
    <ButtonLink to="/merchant/malls" full>
      {t(agreedAt ? m.back : m.later)}
    </ButtonLink>
  );
  return (
    <Page title={agreedAt ? mall : t(m.question, { mall })} narrow>
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.open)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {before && (
        <Notice tone="information" title={t(m.changed)}>
          {t(m.changedBody, { percent: formatPercent(before.feeBasisPoints), days: before.settlementDays })}
        </Notice>
      )}
      {terms === null ? (
        <Notice tone="waiting" title={t(m.unknown)}>
          {t(m.unknownBody)}
        </Notice>
      ) : (
        <section className="card stack">
          <MallTermsFacts terms={terms} />
          <Example terms={terms} />
          {agreedAt && <Status tone="live" word={t(m.agreedAt, { date: formatDate(locale, agreedAt) })} />}
        </section>
      )}
      {terms && !agreedAt && (
        <Form method="post" className="stack">
          <input type="hidden" name="feeBasisPoints" value={terms.feeBasisPoints} />
          <input type="hidden" name="settlementDays" value={terms.settlementDays} />
          <Button kind="main" full>
            {t(m.agree)}
          </Button>
        </Form>
      )}
      {agreedAt && (
        <details className="card whole-text">
          <summary>{t(m.withdraw)}</summary>
          <Form method="post" className="stack">
            <p>{t(m.withdrawWhat, { mall, count: standing })}</p>
            <Button kind="danger" full name="intent" value="withdraw">
              {t(m.withdrawNow)}
            </Button>
          </Form>
        </details>
      )}
      {back}
    </Page>
  );
}

function Example({ terms: { feeBasisPoints } }: { terms: MallTerms }) {
  const t = useSentence();
  const locale = useLocale();
  const fee = Math.round((examplePrice * feeBasisPoints) / 10_000);
  const said = (won: number) => formatWon(locale, won);
  return (
    <p>
      <strong>{t(m.example)}</strong>{" "}
      {t(m.exampleBody, { price: said(examplePrice), fee: said(fee), rest: said(examplePrice - fee) })}
    </p>
  );
}
