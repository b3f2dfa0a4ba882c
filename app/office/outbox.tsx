import { useLoaderData } from "@remix-run/react";
import { formatPhone } from "#app/domain/account/phone.ts";
import { listMessages } from "#app/domain/outbox/list-messages.ts";
import type { MessageState } from "#app/domain/outbox/states.ts";
import { peopleMessages as m, mediumWords, messageStateWords, templateWords } from "#app/messages/account.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { writeNotice } from "#app/messages/notices.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.outbox);

/** In production only that messages went: who got what is nobody's business, and codes would let the office in as anyone. */
export const loader = allow(["office"], async ({ database, config }) => {
  const listed = await listMessages(database, { take: 100, withContent: !config.production });
  const messages = listed.map(({ content, ...rest }) => ({
    ...rest,
    recipient: content?.recipient ?? "",
    text: content ? writeNotice(content.locale, rest.template, content.params, config.webUrl).text : "",
  }));
  return { messages, open: !config.production };
});

const tones: Record<MessageState, Tone> = {
  waiting: "waiting",
  sending: "waiting",
  sent: "information",
  delivered: "live",
  failed: "refused",
  unknown: "refused",
};

export default function Outbox() {
  const { messages, open } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const columns = open
    ? [m.time, m.what, m.how, m.state, m.to, m.text]
    : [m.time, m.what, m.how, m.state, m.attempts, m.error];
  return (
    <DeskPage title={t(m.outbox)} lead={t(m.outboxLead, { count: messages.length })}>
      <Notice tone="information" title={t(open ? m.outboxPlayed : m.outboxClosed)} />
      {messages.length === 0 ? (
        <EmptyState title={t(m.noMessages)} body={t(m.noMessagesBody)} />
      ) : (
        <DeskTable
          caption={t(m.outbox)}
          columns={columns.map((word) => ({ word: t(word) }))}
          rows={messages.map(({ id, createdAt, template, medium, state, recipient, text, attempts, lastError }) => ({
            id,
            cells: [
              formatDateTime(locale, createdAt),
              t(templateWords[template]),
              t(mediumWords[medium]),
              <Status key="state" tone={tones[state]} word={t(messageStateWords[state])} />,
              ...(open ? [formatPhone(recipient), <Words key="text" text={text} />] : [attempts, lastError ?? ""]),
            ],
          }))}
        />
      )}
    </DeskPage>
  );
}

/** A link in a message can be opened from here. */
function Words({ text }: { text: string }) {
  return (
    <span style={{ whiteSpace: "pre-line" }}>
      {text.split(/(https?:\/\/\S+)/).map((part) =>
        /^https?:/.test(part) ? (
          <a key={part} href={new URL(part).pathname}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </span>
  );
}
