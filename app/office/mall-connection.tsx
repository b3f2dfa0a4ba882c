import { data } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { judgeConnection } from "#app/channels/judge-connection.ts";
import { malls } from "#app/channels/registry.ts";
import { enterConnection, requestConnectionCheck } from "#app/domain/channel/mall-connection.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { connectionMessages as m } from "#app/messages/mall-connection.ts";
import { endpoints } from "#app/routes.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button, FormLayout } from "#app/ui/desk/polaris.ts";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useLookAgain } from "#app/ui/plain/use-look-again.ts";
import { allow } from "#app/web/allow.server.ts";
import {
  type ConnectionField,
  describeConnection,
  knownMall,
  nothingEntered,
  typedConnection,
} from "#app/web/mall-connections.server.ts";

export const meta = pageTitle(m.open);

export const loader = allow(["office"], async ({ database, config, params }) => {
  const key = knownMall(params.key);
  const { check, ...connection } = await describeConnection({ database, config }, key);
  const checking = check.askedAt !== null && (check.at === null || check.at < check.askedAt);
  const { name, webhook } = malls[key];
  const address = webhook ? `${config.publicUrl}${endpoints.webhooks.path}/${key}` : null;
  return {
    key,
    name,
    webhook: webhook && address ? { how: webhook.how, address } : null,
    ...connection,
    check: { at: check.at, fault: check.fault, checking },
  };
});

export const action = allow(["office"], async ({ request, database, config, account, params }) => {
  const channelKey = knownMall(params.key);
  const form = await request.formData();
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const intent = form.get("intent");
  if (intent === "check") {
    const outcome = await requestConnectionCheck(database, channelKey);
    return data({ issues: outcome.ok ? [] : outcome.issues, changed: null }, { status: outcome.ok ? 200 : 422 });
  }
  if (intent !== "enter" && intent !== "forget") throw new Response(null, { status: 400 });
  const outcome = await enterConnection(database, createSeal(config.secretsKeys), actor, {
    channelKey,
    typed: intent === "enter" ? typedConnection(form, config, channelKey) : nothingEntered(channelKey),
    problemsOf: (entered) => judgeConnection(channelKey, { entered, given: config.mallVariables }),
  });
  if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
  return data({ issues: [], changed: outcome.result.changed.length });
});

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MallConnectionPage() {
  const page = useLoaderData<typeof loader>();
  const { issues = [], changed = null } = useAnswer<typeof action>() ?? {};
  const t = useSentence();
  const shown = new Set(page.fields.map(({ variable }) => variable));
  const general = issues.filter(({ path }) => !shown.has(path.field ?? ""));
  return (
    <DeskPage
      title={t(m.title, { mall: t(page.name) })}
      lead={t(m.lead)}
      back={{ to: "/office/malls", word: t(m.back) }}
      narrow
    >
      {issues.length > 0 && (
        <Notice tone="refused" title={t(m.notSaved)}>
          {general.length > 0 ? <IssueList issues={general} /> : null}
        </Notice>
      )}
      {changed !== null && <Notice tone="live" title={t(changed > 0 ? m.saved : m.unchanged)} />}
      {page.unreadable && <Notice tone="refused" title={t(m.unreadable)} />}
      <CheckCard check={page.check} />
      <ValuesCard page={page} issues={issues} />
      {page.webhook && (
        <DeskCard title={t(m.webhook)}>
          <p>{t(page.webhook.how, { address: page.webhook.address })}</p>
        </DeskCard>
      )}
    </DeskPage>
  );
}

function CheckCard({ check }: Pick<Page, "check">) {
  const t = useSentence();
  const locale = useLocale();
  useLookAgain(check.checking);
  return (
    <DeskCard title={t(m.state)}>
      <div aria-live="polite">
        {check.checking ? (
          <Status tone="waiting" word={t(m.checking)} />
        ) : check.at === null ? (
          <Status tone="waiting" word={t(m.unchecked)} />
        ) : (
          <>
            <Status tone={check.fault ? "refused" : "live"} word={t(check.fault ? m.fails : m.works)} />
            <p className="desk-soft">{t(m.checkedAt, { time: formatDateTime(locale, check.at) })}</p>
            {check.fault && <IssueList issues={[check.fault]} />}
          </>
        )}
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="check" />
        <Button submit>{t(m.check)}</Button>
      </Form>
    </DeskCard>
  );
}

function ValuesCard({ page, issues }: { page: Page; issues: Parameters<typeof useFieldError>[0] }) {
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const { enteredAt, connected, fields } = page;
  return (
    <DeskCard title={t(m.values)}>
      {enteredAt ? (
        <p>{t(m.enteredAt, { time: formatDateTime(locale, enteredAt) })}</p>
      ) : connected ? (
        <p>{t(m.fromServer)}</p>
      ) : null}
      {/* A new key for what was entered: secrets leave the fields once they are kept. */}
      <Form method="post" preventScrollReset key={String(enteredAt)}>
        <input type="hidden" name="intent" value="enter" />
        <FormLayout>
          {fields.map((field) => (
            <ValueField key={field.variable} field={field} error={errorOf(field.variable)} />
          ))}
          <Button submit variant="primary">
            {t(m.save)}
          </Button>
        </FormLayout>
      </Form>
      {enteredAt && (
        <DeskConfirm word={t(m.forget)} danger>
          <p>{t(m.forgetSure)}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="forget" />
            <Button submit tone="critical" variant="primary">
              {t(m.forgetNow)}
            </Button>
          </Form>
        </DeskConfirm>
      )}
    </DeskCard>
  );
}

function ValueField({ field, error }: { field: ConnectionField; error: string | undefined }) {
  const t = useSentence();
  const { variable, label, secret, needed, known, value } = field;
  const help = secret && known ? m.secretKept : needed ? undefined : m.mayBeEmpty;
  return (
    <DeskField
      name={variable}
      label={t(label)}
      type={secret ? "password" : "text"}
      autoComplete={secret ? "new-password" : "off"}
      defaultValue={value ?? ""}
      helpText={help && t(help)}
      error={error}
      maxLength={1_000}
    />
  );
}
