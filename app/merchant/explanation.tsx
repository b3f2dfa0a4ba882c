import { useLoaderData } from "@remix-run/react";
import { findProduct } from "#app/domain/product/find-product.ts";
import { explainSubmission } from "#app/domain/season/explain-result.ts";
import { twoDecimals } from "#app/domain/season/result/fraction.ts";
import { statesPublished } from "#app/domain/season/states.ts";
import { explanationMessages as m } from "#app/messages/explanation.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { Explanation } from "#app/ui/plain/explanation.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { orNotFound, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

/** The merchant's own product, once the list is published. */
export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const own = { storeId: ownStore(account), productId: params.id ?? "" };
  const product = orNotFound(await findProduct(database, own));
  const submission = await database.submission.findFirst({
    where: { productId: product.id },
    orderBy: { submittedAt: "desc" },
    select: { id: true, version: { select: { name: true } }, season: { select: { state: true } } },
  });
  const told = submission !== null && statesPublished.includes(submission.season.state);
  return {
    id: product.id,
    name: orNotFound(submission).version.name,
    explained: told ? await explainSubmission(database, submission.id) : null,
  };
});

export default function WhyItIsSo() {
  const { id, name, explained } = useLoaderData<typeof loader>();
  const t = useSentence();
  return (
    <Page title={name} lead={t(m.title)} narrow>
      {explained ? (
        <Explanation {...explained} decimals={twoDecimals} />
      ) : (
        <Notice tone="waiting" title={t(m.notYetTitle)}>
          {t(m.notYetBody)}
        </Notice>
      )}
      <p>
        <ButtonLink to={`/merchant/products/${id}`}>{t(m.toProduct)}</ButtonLink>
      </p>
    </Page>
  );
}
