import { Form, Link } from "@remix-run/react";
import type { StuckGroup, StuckListing } from "#app/domain/listing/find-publication.ts";
import type { ProductPart } from "#app/domain/product/changed-parts.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { officeMessages } from "#app/messages/office.ts";
import { publicationMessages as m, stuckWords } from "#app/messages/publication.ts";
import { partWords } from "#app/messages/season-office.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { listingTones } from "#app/ui/desk/tones.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { ListingForm, SendCorrection } from "./listing-card.tsx";
import { whereOfficeMends } from "./where-office-mends.ts";

interface StuckCardProps {
  group: StuckGroup;
  nameOf(mall: string): string;
}

/** One reason, the products that it keeps from being sold, and what helps: putting it right, sending one again or many. */
export function StuckCard({ group: { state, reason, listings }, nameOf }: StuckCardProps) {
  const t = useSentence();
  const locale = useLocale();
  const many = listings.filter(({ mayRetry }) => mayRetry);
  const chosen = `chosen-${state}-${reason.code}-${reason.path.field ?? ""}`;
  return (
    <DeskCard
      title={sayIssue(locale, reason)}
      aside={
        <Status
          tone={listingTones[state]}
          word={`${t(stuckWords[state])} · ${t(m.howMany, { count: listings.length })}`}
        />
      }
    >
      <ul className="desk-stuck">
        {listings.map((listing) => (
          <li key={listing.id}>
            <Stuck listing={listing} chosen={many.length > 1 ? chosen : null} mall={nameOf(listing.mall)} />
          </li>
        ))}
      </ul>
      {many.length > 1 && (
        <Form method="post" preventScrollReset id={chosen}>
          <input type="hidden" name="intent" value="retry-many" />
          <Button submit>{t(m.retryMany)}</Button>
        </Form>
      )}
    </DeskCard>
  );
}

function partsOf(parts: readonly ProductPart[], t: ReturnType<typeof useSentence>): string {
  return parts.length > 0 ? parts.map((part) => t(partWords[part])).join(", ") : t(m.correctedForMall);
}

/** @param chosen the form of those that are sent again together; null where there is but one */
function Stuck({ listing, chosen, mall }: { listing: StuckListing; chosen: string | null; mall: string }) {
  const t = useSentence();
  const { id, productId, productName, storeName, issues, mayRetry, correction } = listing;
  const mend = issues.map((one) => whereOfficeMends(one, listing)).find((one) => one !== null);
  return (
    <>
      <div className="desk-between">
        <div className="desk-check">
          {mayRetry && chosen !== null && (
            <input
              type="checkbox"
              name="listingId"
              value={id}
              form={chosen}
              defaultChecked
              aria-label={t(m.choose, { product: productName, mall })}
            />
          )}
          <span>
            <Link to={`/office/products/${productId}`}>{productName}</Link>
            <span className="desk-soft">
              {" "}
              {mall} · {storeName}
            </span>
          </span>
        </div>
        <div className="desk-row">
          {mend && (
            <Link to={mend.to} className="desk-button">
              {t(mend.word)}
            </Link>
          )}
          {correction && (
            <SendCorrection
              listingId={id}
              versionId={correction.versionId}
              label={t(m.sendCorrectionOf, { product: productName, mall })}
            />
          )}
          {mayRetry && (
            <ListingForm intent="retry" listingId={id}>
              <Button submit accessibilityLabel={t(m.retryOne, { product: productName, mall })}>
                {t(officeMessages.retry)}
              </Button>
            </ListingForm>
          )}
        </div>
      </div>
      <IssueList issues={issues} />
      {correction && <p className="desk-soft">{t(m.corrected, { parts: partsOf(correction.parts, t) })}</p>}
    </>
  );
}
