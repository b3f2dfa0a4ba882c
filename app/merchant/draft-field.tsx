import { useEffect, useRef, useState } from "react";
import type { DraftStep } from "#app/domain/draft/steps.ts";
import { readWon } from "#app/domain/intake/cell.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { formatWon } from "#app/messages/format.ts";
import { countryExample, noticeExamples } from "#app/messages/notice-examples.ts";
import { wonInWords } from "#app/messages/won-words.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Choices } from "./choices.tsx";
import { noticeName } from "./draft-place.tsx";

interface DraftFieldProps {
  step: DraftStep;
  text: string;
  issues: readonly Issue[];
}

/** A field with more room than this is written over several lines. */
const longLine = 300;

/** The control of one question. Nothing is required by the browser: what is missing is said by us, and kept either way. */
export function DraftField({ step, text, issues }: DraftFieldProps) {
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const { part, field } = step;
  // Words in place of a date are judged as the twin's, and asked for here.
  const error = errorOf(step.key) ?? (field?.twinKey ? errorOf(`notice.${field.twinKey}`) : undefined);
  const common = { name: "text", defaultValue: text, error, required: false, autoComplete: "off" } as const;
  if (field) {
    const label = noticeName(locale, field);
    if (field.kind === "boolean") return <YesOrNo label={label} text={text} error={error} />;
    const example = field.labelKo.startsWith("제조국") ? countryExample : noticeExamples[field.key];
    const hint = example && t(m.example, { example });
    if ((field.maxLength ?? 0) > longLine && field.kind === "text") {
      return <Lines label={label} hint={hint} text={text} error={error} rows={4} />;
    }
    return <Field {...common} label={label} hint={hint} />;
  }
  switch (part) {
    case "price":
      return <WonField label={t(m.priceLabel)} text={text} error={error} steps={[10_000, 1_000, 100]} />;
    case "shipping_fee":
      return <WonField label={t(m.feeLabel)} text={text} error={error} steps={[]} />;
    case "stock":
      return <Field {...common} label={t(m.pieces)} inputMode="numeric" />;
    case "description":
      return <Lines label={t(partWords.description.name)} text={text} error={error} rows={8} />;
    case "tax":
      return (
        <Choices
          name="text"
          label={t(partWords.tax.question)}
          options={[
            { value: "면세", word: t(m.exempt) },
            { value: "과세", word: t(m.taxable) },
          ]}
          chosen={text}
          error={error}
        />
      );
    case "name":
    case "origin":
    case "maker":
    case "kc":
      return <Field {...common} label={t(partWords[part].name)} />;
    default:
      return null;
  }
}

function YesOrNo({ label, text, error }: { label: string; text: string; error: string | undefined }) {
  const t = useSentence();
  return (
    <Choices
      name="text"
      label={label}
      options={[
        { value: "아니오", word: t(m.no) },
        { value: "예", word: t(m.yes) },
      ]}
      chosen={text}
      error={error}
    />
  );
}

interface LinesProps {
  label: string;
  hint?: string | undefined;
  text: string;
  error: string | undefined;
  rows: number;
}

function Lines({ label, hint, text, error, rows }: LinesProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(control) => <textarea {...control} name="text" rows={rows} defaultValue={text} />}
    </FieldFrame>
  );
}

interface WonFieldProps {
  label: string;
  text: string;
  error: string | undefined;
  /** What the buttons add, in won. */
  steps: readonly number[];
}

/** An amount, and how it is said: a nought too many is heard at once. */
function WonField({ label, text, error, steps }: WonFieldProps) {
  const t = useSentence();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    setAlive(true);
    // What was typed before the page came alive counts as well.
    if (input.current) setTyped(input.current.value);
  }, []);

  function write(value: string) {
    if (input.current) input.current.value = value;
    setTyped(value);
  }
  const won = readWon(typed);
  return (
    <div className="stack">
      <FieldFrame label={label} error={error}>
        {(control) => (
          <input
            {...control}
            ref={input}
            className="won"
            name="text"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={text}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </FieldFrame>
      <output className="won-heard">{sayWon(locale, won)}</output>
      {alive && steps.length > 0 && (
        <p className="row won-steps">
          {steps.map((step) => (
            <Button key={step} type="button" onClick={() => write(String((won ?? 0) + step))}>
              {t(m.addWon, { words: sayShort(locale, step) })}
            </Button>
          ))}
          <Button type="button" onClick={() => write("")}>
            {t(m.clear)}
          </Button>
        </p>
      )}
    </div>
  );
}

/** `12,000원 (1만 2천 원)`; nothing while it is no amount. */
export function sayWon(locale: "ko" | "en", won: number | null): string {
  const words = won === null ? null : wonInWords(won);
  if (won === null || words === null) return "";
  return locale === "ko" && won > 0 ? `${formatWon(locale, won)} (${words})` : formatWon(locale, won);
}

function sayShort(locale: "ko" | "en", won: number): string {
  return locale === "ko" ? (wonInWords(won) ?? "") : formatWon(locale, won);
}
