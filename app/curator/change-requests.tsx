import { Form } from "@remix-run/react";
import type { JudgingDetails } from "#app/domain/judging/find-judging.ts";
import { commonNoticeFields, noticeOf } from "#app/domain/notice/notices.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { askable } from "./askable.ts";

interface ChangeRequestsProps {
  loaded: Pick<JudgingDetails, "requests" | "versionId"> & { product: ProductFacts };
  open: boolean;
}

const stateWords = { open: m.openRequest, answered: m.answeredRequest, taken_back: m.takenBackRequest };
const stateTones = { open: "waiting", answered: "live", taken_back: "quiet" } as const;

/** What the merchant was asked to change; and, while it can be judged, asking for more or deciding against it. */
export function ChangeRequests({ loaded: { requests, versionId, product }, open }: ChangeRequestsProps) {
  const locale = useLocale();
  const t = useSentence();
  if (!open && requests.length === 0) return null;
  const notice = [...noticeOf(product.categoryKey).fields, ...commonNoticeFields];
  const labelOf = (field: string) => {
    const known = notice.find(({ key }) => `notice.${key}` === field);
    return known && locale === "ko" ? known.labelKo : fieldLabel(locale, field);
  };
  const photoWord = (sha256: string | null) => {
    const index = product.photos.findIndex((photo) => photo.sha256 === sha256);
    return index === -1 ? fieldLabel(locale, "photos") : t(m.askPhoto, { number: index + 1 });
  };
  return (
    <DeskCard title={t(m.requests)}>
      {requests.length > 0 && (
        <ul className="desk-list">
          {requests.map(({ id, field, photoSha256, text, state, answer }) => (
            <li key={id}>
              <div className="desk-between">
                <strong>{field === null ? photoWord(photoSha256) : labelOf(field)}</strong>
                <Status tone={stateTones[state]} word={t(stateWords[state])} />
              </div>
              <p>{text}</p>
              {answer && <p className="desk-soft">{t(m.answerWas, { answer })}</p>}
              {state === "open" && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="intent" value="take_back" />
                  <input type="hidden" name="requestId" value={id} />
                  <Button submit>{t(m.takeBack)}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <div className="desk-stack">
          <DeskConfirm word={t(m.ask)}>
            <Form method="post" preventScrollReset className="desk-stack">
              <input type="hidden" name="intent" value="ask" />
              <input type="hidden" name="versionId" value={versionId} />
              <DeskSelect
                name="about"
                label={t(m.askAbout)}
                options={[
                  ...product.photos.map(({ sha256 }) => ({ value: `photo:${sha256}`, label: photoWord(sha256) })),
                  ...[...askable, ...notice.map(({ key }) => `notice.${key}`)].map((field) => ({
                    value: `field:${field}`,
                    label: labelOf(field),
                  })),
                ]}
              />
              <DeskField
                name="text"
                label={t(m.askText)}
                helpText={t(m.askHint)}
                multiline={3}
                maxLength={1000}
                autoComplete="off"
                requiredIndicator
              />
              <Button submit variant="primary">
                {t(m.askNow)}
              </Button>
            </Form>
          </DeskConfirm>
          <DeskConfirm word={t(m.reject)} danger>
            <Form method="post" preventScrollReset className="desk-stack">
              <input type="hidden" name="intent" value="reject" />
              <DeskField
                name="reason"
                label={t(m.rejectReason)}
                helpText={t(m.rejectHint)}
                multiline={3}
                maxLength={1000}
                autoComplete="off"
                requiredIndicator
              />
              <Button submit tone="critical" variant="primary">
                {t(m.rejectNow)}
              </Button>
            </Form>
          </DeskConfirm>
        </div>
      )}
    </DeskCard>
  );
}
