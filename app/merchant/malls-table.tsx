import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { malls } from "#app/channels/registry.ts";
import { type AssessedProduct, listAssessed } from "#app/domain/product/list-assessed.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import type { Readiness } from "#app/domain/product/readiness.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { gradeWords, mallsTableMessages as w } from "#app/messages/product-malls.ts";
import { verdictWords } from "#app/messages/states.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { MendList } from "./mend-list.tsx";
import { ownStore } from "./own-store.ts";
import { gradeTones, verdictTones } from "./tones.ts";

export const meta = pageTitle(w.title);

const query = z.object({ after: z.uuid().optional().catch(undefined) });

export const loader = allow(["merchant"], async ({ account, database, url }) => {
  const { after } = query.parse(Object.fromEntries(url.searchParams));
  const rules = await loadMallRules(database, malls);
  const { products, next } = await listAssessed(database, { storeId: ownStore(account), after }, rules);
  return { products, next, after, columns: rules.map(({ key }) => key), names: mallNames() };
});

export default function MallsTable() {
  const { products, next, after, columns, names } = useLoaderData<typeof loader>();
  const t = useSentence();
  if (products.length === 0) {
    return (
      <Page title={t(w.title)}>
        <EmptyState title={t(w.empty)} body={t(w.emptyBody)}>
          <ButtonLink to="/merchant/imports/new" kind="main">
            {t(m.upload)}
          </ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const nameOf = (mall: string) => t(nameOfChannel(names, mall));
  return (
    <Page title={t(w.title)} lead={t(w.lead)}>
      <table className="malls-table">
        <caption className="visually-hidden">{t(w.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(w.product)}</th>
            {columns.map((mall) => (
              <th key={mall} scope="col">
                {nameOf(mall)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <ProductRow key={product.id} product={product} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
      <p className="row">
        {next && <ButtonLink to={`?${new URLSearchParams({ after: next })}`}>{t(m.more)}</ButtonLink>}
        {after && (
          <Link to="?" className="text-link">
            {t(m.fromStart)}
          </Link>
        )}
      </p>
    </Page>
  );
}

function ProductRow({ product, nameOf }: { product: AssessedProduct; nameOf: (mall: string) => string }) {
  const t = useSentence();
  const { id, name, sku, assessment } = product;
  const { grade, hints } = assessment;
  return (
    <tr>
      <th scope="row">
        <Link to={`/merchant/products/${id}`} className="text-link">
          {name}
        </Link>
        <span className="soft">{sku}</span>
        <Status tone={gradeTones[grade]} word={t(gradeWords[grade])} />
        {hints.length > 0 && <Reasons word={t(w.hintsTitle)} issues={hints} productId={id} />}
      </th>
      {assessment.malls.map((readiness) => (
        <td key={readiness.mall}>
          <span className="mall-name">{nameOf(readiness.mall)}</span>
          <AtMall readiness={readiness} productId={id} />
        </td>
      ))}
    </tr>
  );
}

function AtMall({ readiness: { verdict, issues }, productId }: { readiness: Readiness; productId: string }) {
  const t = useSentence();
  const errors = issues.filter(({ severity }) => severity === "error");
  return (
    <>
      <Status tone={verdictTones[verdict]} word={t(verdictWords[verdict], { count: errors.length })} />
      {issues.length > 0 && <Reasons word={t(w.reasons)} issues={issues} productId={productId} />}
    </>
  );
}

function Reasons({ word, issues, productId }: { word: string; issues: Readiness["issues"]; productId: string }) {
  return (
    <details>
      <summary>{word}</summary>
      <MendList issues={issues} productId={productId} />
    </details>
  );
}
