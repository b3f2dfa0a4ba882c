import { Form, Link as PageLink } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { ListingRow } from "#app/domain/listing/list-listings.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { listingStateWords } from "#app/messages/states.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { Button, Card, Link } from "#app/ui/desk/polaris.ts";
import { listingTones } from "#app/ui/desk/tones.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { ListingFacts } from "./listing-facts.tsx";

/** What came of a card's button. */
export function ListingActionNotice({ done }: { done: { did: string | null; issues: Issue[] } | undefined }) {
  const t = useSentence();
  if (done?.did === "retry") {
    return (
      <Notice tone="live" title={t(m.retried)}>
        {t(m.retriedBody)}
      </Notice>
    );
  }
  if (done?.did === "send-correction") return <Notice tone="live" title={t(m.correctionSent)} />;
  if (done?.did === "put-up") return <Notice tone="live" title={t(m.putUpAsked)} />;
  if (done?.did === "withdraw") return <Notice tone="live" title={t(m.withdrawAsked)} />;
  if (!done || done.issues.length === 0) return null;
  return (
    <Notice tone="refused" title={t(m.notPossible)}>
      <IssueList issues={done.issues} />
    </Notice>
  );
}

/** One product at one mall: the three facts, and what may be done. */
interface ListingCardProps {
  row: ListingRow;
  mall: string;
  /** Told on the product's own page, where product and store stand above. */
  onProductPage?: boolean;
  children?: ReactNode;
}

export function ListingCard({ row, mall, onProductPage = false, children }: ListingCardProps) {
  const t = useSentence();
  const { id, state, issues, productId, productName, storeName, pageUrl, mayRetry, mayWithdraw, mayPutUp, correction } =
    row;
  return (
    <Card roundedAbove="xs" padding="0">
      <article className="desk-card desk-listing">
        <header>
          {onProductPage ? (
            <h2>{mall}</h2>
          ) : (
            <div>
              <h2>
                <PageLink to={`/office/products/${productId}`}>{productName}</PageLink>
              </h2>
              <span className="desk-soft">
                {mall} · {storeName}
              </span>
            </div>
          )}
          <Status tone={listingTones[state]} word={t(listingStateWords[state])} />
        </header>
        <ListingFacts row={row} />
        {issues.length > 0 && <IssueList issues={issues} />}
        <div className="desk-row">
          {pageUrl && (
            <Link url={pageUrl} external>
              {t(m.openPage)}
            </Link>
          )}
          {mayRetry && (
            <ListingForm intent="retry" listingId={id}>
              <Button submit>{t(m.retry)}</Button>
            </ListingForm>
          )}
          {correction && <SendCorrection listingId={id} versionId={correction} />}
          {mayPutUp && (
            <ListingForm intent="put-up" listingId={id}>
              <Button submit>{t(m.putUp)}</Button>
            </ListingForm>
          )}
          {mayWithdraw && (
            <DeskConfirm word={t(m.withdraw)} danger>
              <p>{t(m.withdrawSure, { mall })}</p>
              <ListingForm intent="withdraw" listingId={id}>
                <Button submit variant="primary" tone="critical">
                  {t(m.withdrawNow)}
                </Button>
              </ListingForm>
            </DeskConfirm>
          )}
          <span className="desk-soft desk-reference">{row.reference}</span>
        </div>
        {children}
      </article>
    </Card>
  );
}

interface ListingFormProps {
  intent: "retry" | "send-correction" | "put-up" | "withdraw";
  listingId: string;
  /** The version that is meant, where that matters. */
  versionId?: string;
  children: ReactNode;
}

/** What act-on-listing.server.ts understands. */
export function ListingForm({ children, ...fields }: ListingFormProps) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

/** @param label what it is called where several stand on one page */
export function SendCorrection({ label, ...ids }: { listingId: string; versionId: string; label?: string }) {
  const t = useSentence();
  return (
    <ListingForm intent="send-correction" {...ids}>
      <Button submit variant="primary" {...(label && { accessibilityLabel: label })}>
        {t(m.sendCorrection)}
      </Button>
    </ListingForm>
  );
}
