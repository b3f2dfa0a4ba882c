import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { fieldLabel } from "#app/messages/fields.ts";
import { formatCount } from "#app/messages/format.ts";
import { manyMessages as m } from "#app/messages/queue.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField, DeskSelect } from "#app/ui/desk/desk-field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import type { DoneMany } from "./act-on-many.server.ts";
import { askable } from "./askable.ts";

const formId = "many";

export interface Choice {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  all: (chosen: boolean) => void;
  /** All that the filter finds, on every page. */
  everything: boolean;
  setEverything: (chosen: boolean) => void;
}

/** Which rows of the page are chosen, or all that `search` finds; none once something was done to them. */
export function useChoice(rows: readonly { id: string }[], search: string, done: DoneMany | null): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [everythingOf, setEverythingOf] = useState<string | null>(null);
  const shown = new Set(rows.map(({ id }) => id));
  useEffect(() => {
    if (done?.issues.length !== 0) return;
    setIds(new Set());
    setEverythingOf(null);
  }, [done]);
  const everything = everythingOf === search;
  return {
    ids: everything ? shown : new Set([...ids].filter((id) => shown.has(id))),
    everything,
    setEverything: (chosen) => setEverythingOf(chosen ? search : null),
    toggle: (id) =>
      setIds((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    all: (chosen) => setIds(chosen ? shown : new Set()),
  };
}

/** A row's box; it belongs to the form of the bar, wherever it stands. */
export function Choose({ id, name, choice }: { id: string; name: string; choice: Choice }) {
  const t = useSentence();
  return (
    <label className="desk-check">
      <input
        type="checkbox"
        name="submission"
        value={id}
        form={formId}
        checked={choice.ids.has(id)}
        disabled={choice.everything}
        onChange={() => choice.toggle(id)}
      />
      <span className="visually-hidden">{t(m.chooseOne, { name })}</span>
    </label>
  );
}

/** What the office does to all that are chosen: gives their judging to somebody, or asks their merchants for a change. */
export function ManyBar({
  panel,
  choice,
  shown,
  found,
}: {
  panel: readonly { id: string; name: string; dealt: number; given: number }[];
  choice: Choice;
  /** Rows of this page, and of all pages. */
  shown: number;
  found: number;
}) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <Form method="post" id={formId} className="desk-row desk-many" preventScrollReset>
      <label className="desk-check">
        <input
          type="checkbox"
          checked={choice.ids.size === shown}
          disabled={choice.everything}
          onChange={({ target }) => choice.all(target.checked)}
        />
        <span>{t(m.chooseAll)}</span>
      </label>
      {found > shown && (
        <label className="desk-check">
          <input
            type="checkbox"
            name="everything"
            value={found}
            checked={choice.everything}
            onChange={({ target }) => choice.setEverything(target.checked)}
          />
          <span>{t(m.chooseFound, { count: formatCount(found) })}</span>
        </label>
      )}
      <span role="status">{t(m.chosen, { count: formatCount(choice.everything ? found : choice.ids.size) })}</span>
      <DeskConfirm word={t(m.assign)}>
        <div className="desk-stack">
          <DeskSelect
            name="curatorId"
            label={t(m.assignTo)}
            options={[
              { value: "", label: t(m.evenly) },
              ...panel.map(({ id, name, dealt, given }) => ({
                value: id,
                label: t(m.whoHas, { name, open: dealt - given }),
              })),
            ]}
          />
          <p className="desk-soft">{t(m.assignHint)}</p>
          <button type="submit" className="desk-button desk-button-main" name="intent" value="assign">
            {t(m.assign)}
          </button>
        </div>
      </DeskConfirm>
      <DeskConfirm word={t(m.giveBack)}>
        <div className="desk-stack">
          <DeskSelect
            name="field"
            label={t(m.about)}
            options={askable.map((field) => ({ value: field, label: fieldLabel(locale, field) }))}
          />
          <DeskField
            name="text"
            label={t(m.text)}
            helpText={t(m.textHint)}
            multiline={3}
            maxLength={1000}
            autoComplete="off"
          />
          <button type="submit" className="desk-button desk-button-main" name="intent" value="return">
            {t(m.giveBack)}
          </button>
        </div>
      </DeskConfirm>
    </Form>
  );
}

export function DoneToMany({ done }: { done: DoneMany }) {
  const t = useSentence();
  if ("typed" in done) {
    return (
      <Notice tone="refused" title={t(m.notPossible)}>
        <IssueList issues={done.issues} />
      </Notice>
    );
  }
  if (done.did === "assign")
    return <Notice tone="live" title={t(m.assigned, { assigned: done.assigned, passedOver: done.passedOver })} />;
  return (
    <Notice tone={done.kept.length > 0 ? "waiting" : "live"} title={t(m.asked, { asked: done.asked })}>
      {done.kept.map(({ submissionId, name, issues }) => (
        <div key={submissionId}>
          <strong>{name}</strong>
          <IssueList issues={issues} />
        </div>
      ))}
    </Notice>
  );
}
