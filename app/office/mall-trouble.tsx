import type { ChannelRow } from "#app/domain/channel/list-channels.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { officeProductMessages as product } from "#app/messages/office-product.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** Why a mall is not asked now, and what should be known of one that works. */
export function MallTrouble({ resting, warning }: Pick<ChannelRow, "resting" | "warning">) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <>
      {resting && (
        <Notice
          tone="waiting"
          title={`${t(product.resting)} — ${t(product.restingBody, { until: formatDateTime(locale, resting.until) })}`}
        >
          {resting.reason && <IssueList issues={[resting.reason]} />}
        </Notice>
      )}
      {warning && (
        <Notice tone="waiting" title={t(m.mallWarning)}>
          <IssueList issues={[warning]} />
        </Notice>
      )}
    </>
  );
}
