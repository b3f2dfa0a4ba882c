import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { malls, reviewDays } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { findProductListings } from "#app/domain/listing/find-product-listings.ts";
import { goesOn, toldState } from "#app/domain/listing/states.ts";
import { findHelpedFields } from "#app/domain/product/find-helped-fields.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { liftRecall } from "#app/domain/recall/lift-recall.ts";
import { recallProduct, recallProductInput } from "#app/domain/recall/recall-product.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { officeMessages } from "#app/messages/office.ts";
import { officeProductMessages as m } from "#app/messages/office-product.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useLookAgain } from "#app/ui/plain/use-look-again.ts";
import { allow } from "#app/web/allow.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { actOnListing } from "./act-on-listing.server.ts";
import { HelpedFields } from "./helped-fields.tsx";
import { ListingActionNotice, ListingCard } from "./listing-card.tsx";
import { ListingDrifts } from "./listing-drifts.tsx";
import { ListingExchanges } from "./listing-exchanges.tsx";
import { RecallCard, RecallForm } from "./recall-card.tsx";
import { SlowReviewOf } from "./slow-reviews-card.tsx";

export const meta = pageTitle(officeMessages.product);

export const loader = allow(["office"], async ({ database, params }) => {
  const product = await findProductListings(database, params.id ?? "", reviewDays);
  if (!product) throw new Response(null, { status: 404 });
  const helped = await findHelpedFields(database, product.id);
  return { product, helped, names: mallNames(), now: new Date() };
});

export const action = allow(["office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const actor: Actor = { kind: "person", accountId: account.id, role: account.role };
  const input = recallProductInput.safeParse({ ...form, productId: params.id });
  switch (form.intent) {
    case "recall": {
      if (!input.success) throw new Response(null, { status: 400 });
      const outcome = await recallProduct(database, actor, input.data, await loadMallRules(database, malls));
      return outcome.ok
        ? data({ did: "recall", issues: [] })
        : data({ did: null, issues: outcome.issues }, { status: 422 });
    }
    case "lift": {
      const outcome = await liftRecall(database, actor, { productId: params.id ?? "" });
      return outcome.ok
        ? data({ did: "lift", issues: [] })
        : data({ did: null, issues: outcome.issues }, { status: 422 });
    }
    default:
      return actOnListing(database, account, form);
  }
});

/** What is on its way may be so for days, where a mall reviews it. */
const lookAgainMilliseconds = 5_000;

export default function OfficeProduct() {
  const { product, helped, names, now } = useLoaderData<typeof loader>();
  const done = useAnswer<typeof action>();
  const t = useSentence();
  const { name, storeId, storeName, submissionId, recall, listings } = product;
  const nameOf = (key: string) => t(nameOfChannel(names, key));
  const isOnItsWay = listings.some(({ state, wanted }) => goesOn(toldState({ state, wanted: wanted.state })));
  useLookAgain(isOnItsWay || recall?.confirmedAt === null, lookAgainMilliseconds);
  return (
    <DeskPage
      title={name}
      back={{ to: "/office/listings", word: t(m.toListings) }}
      actions={recall ? null : <RecallForm />}
    >
      <p className="desk-soft">
        <Link to={`/office/stores/${storeId}`}>{storeName}</Link>
        {submissionId && (
          <>
            {" · "}
            <Link to={`/curator/submissions/${submissionId}?state=all`}>{t(m.seeSubmission)}</Link>
          </>
        )}
      </p>
      {done?.did === "recall" && <Notice tone="live" title={t(m.recalled)} />}
      {done?.did === "lift" && <Notice tone="live" title={t(m.recallLifted)} />}
      <ListingActionNotice done={done} />
      {recall && <RecallCard recall={recall} listings={listings} nameOf={nameOf} now={now} />}
      {listings.length === 0 ? (
        <EmptyState title={t(m.noListingsTitle)} body={t(m.noListingsBody)} />
      ) : (
        <ul className="desk-cards">
          {listings.map((row) => (
            <li key={row.id}>
              <ListingCard row={row} mall={nameOf(row.mall)} onProductPage>
                {row.slowDays !== null && <SlowReviewOf {...row} days={row.slowDays} mall={nameOf(row.mall)} />}
                <ListingDrifts drifts={row.drifts} mall={row.mall} />
                <ListingExchanges exchanges={row.exchanges} />
              </ListingCard>
            </li>
          ))}
        </ul>
      )}
      <HelpedFields fields={helped} />
    </DeskPage>
  );
}
