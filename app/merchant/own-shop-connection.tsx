import { Form } from "@remix-run/react";
import type { Issue } from "#app/domain/issue/issue.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { ownShopMessages as m } from "#app/messages/own-shop.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { inPlainWords } from "#app/ui/plain/where-to-mend.ts";
import type { OwnShopPage } from "./own-shop.tsx";

/** How we get into the shop: whether it works, what it needs, and the way out. */
export function OwnShopConnection({ page, issues }: { page: OwnShopPage; issues: Issue[] }) {
  const t = useSentence();
  const form = <ConnectForm page={page} issues={issues} />;
  if (!page.enteredAt) {
    return (
      <section className="card stack" aria-labelledby="connect">
        <h2 id="connect">{t(m.connect)}</h2>
        {form}
      </section>
    );
  }
  return (
    <>
      <Check check={page.check} />
      <details className="card whole-text" open={issues.length > 0}>
        <summary>{t(m.change)}</summary>
        {form}
      </details>
      <details className="card whole-text">
        <summary>{t(m.disconnect)}</summary>
        <Form method="post" className="stack">
          <p>{t(m.disconnectSure)}</p>
          <Button kind="danger" full name="intent" value="disconnect">
            {t(m.disconnectNow)}
          </Button>
        </Form>
      </details>
    </>
  );
}

function Check({ check }: Pick<OwnShopPage, "check">) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack" aria-labelledby="state">
      <h2 id="state">{t(m.state)}</h2>
      <div aria-live="polite" className="stack">
        {check.checking ? (
          <Status tone="waiting" word={t(m.checking)} />
        ) : check.at === null ? (
          <Status tone="waiting" word={t(m.unchecked)} />
        ) : (
          <>
            <Status tone={check.fault ? "refused" : "live"} word={t(check.fault ? m.fails : m.works)} />
            {check.fault && <IssueList issues={[inPlainWords(check.fault)]} />}
            <p className="soft">{t(m.checkedAt, { time: formatDateTime(locale, check.at) })}</p>
          </>
        )}
      </div>
      <Form method="post" preventScrollReset>
        <Button full name="intent" value="check">
          {t(m.check)}
        </Button>
      </Form>
    </section>
  );
}

function ConnectForm({ page, issues }: { page: OwnShopPage; issues: Issue[] }) {
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const { address, keyFields, insteadFields, sandbox, enteredAt } = page;
  const insteadOpen = insteadFields.some(({ known, variable }) => known || errorOf(variable) !== undefined);
  const fieldOf = ({ variable, label, secret, known, value }: (typeof keyFields)[number], hint?: string) => (
    <Field
      key={variable}
      name={variable}
      label={t(label)}
      type={secret ? "password" : "text"}
      autoComplete={secret ? "new-password" : "off"}
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={value ?? ""}
      hint={secret && known ? t(m.kept) : hint}
      error={errorOf(variable)}
      // One of two ways is enough, and what is kept need not be typed again: the server says what is missing.
      required={false}
      maxLength={1_000}
    />
  );
  return (
    // A new key for what was entered: secrets leave the fields once they are kept.
    <Form method="post" preventScrollReset className="stack" key={String(enteredAt)}>
      {sandbox && <p className="soft">{t(m.sandbox, { address: sandbox })}</p>}
      <Field
        name={address.variable}
        label={t(m.address)}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={address.value ?? ""}
        hint={t(m.addressHint)}
        error={errorOf(address.variable)}
        maxLength={200}
      />
      {keyFields.map((field) => fieldOf(field, t(m.tokenHint)))}
      <details open={insteadOpen}>
        <summary>{t(m.instead)}</summary>
        <div className="stack">{insteadFields.map((field) => fieldOf(field))}</div>
      </details>
      <p className="soft">{t(m.rights)}</p>
      <p className="soft">{t(m.secrecy)}</p>
      <Button kind="main" full name="intent" value="connect">
        {t(m.save)}
      </Button>
    </Form>
  );
}
