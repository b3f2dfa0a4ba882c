import { Form, Link } from "@remix-run/react";
import type { RefObject } from "react";
import type { Issue } from "#app/domain/issue/issue.ts";
import type { SubmissionDetails } from "#app/domain/season/find-submission.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";

/** What an action of this page came to. */
export type Done =
  | { did: "judge"; mark: number; issues?: undefined }
  | { did: "select"; place: number; issues?: undefined }
  | { did: "reject"; issues?: undefined }
  | { did: "judge" | "select" | "reject"; issues: Issue[] };

const marks = [1, 2, 3, 4, 5];

interface MarkingProps extends Pick<SubmissionDetails, "own" | "meanMark" | "marks"> {
  form: RefObject<HTMLFormElement>;
  done: Done | undefined;
}

/** The curator's own mark and note; a click on a mark saves both. */
export function Marking({ own, meanMark, marks: count, form, done }: MarkingProps) {
  const t = useSentence();
  const mean =
    meanMark === null ? null : `${t(m.meanMark)} ${t(m.meanOf, { mean: meanMark.toFixed(1), marks: count })}`;
  return (
    <DeskCard title={t(m.marking)} aside={mean && <span className="desk-soft">{mean}</span>}>
      <Form method="post" ref={form} preventScrollReset className="desk-stack">
        <input type="hidden" name="intent" value="judge" />
        {own && <input type="hidden" name="mark" value={own.mark} />}
        <fieldset className="desk-marks">
          <legend className="visually-hidden">{t(m.mark)}</legend>
          {marks.map((mark) => (
            <button
              key={mark}
              type="submit"
              name="mark"
              value={mark}
              aria-pressed={own?.mark === mark}
              aria-label={t(m.markWords, { mark })}
            >
              {mark}
            </button>
          ))}
        </fieldset>
        <DeskField
          name="note"
          label={t(m.note)}
          helpText={t(m.noteHint)}
          defaultValue={own?.note ?? ""}
          multiline={3}
          maxLength={1000}
          autoComplete="off"
        />
        {own && (
          <Button submit fullWidth>
            {t(m.saveNote)}
          </Button>
        )}
        <p className="desk-keys">
          <span>{t(m.markHint)}</span>
          <span>{t(m.moveHint)}</span>
        </p>
        <p role="status" className="desk-said">
          {done?.did === "judge" && !done.issues && t(m.saved, { mark: done.mark })}
        </p>
      </Form>
    </DeskCard>
  );
}

interface DecisionProps extends Pick<SubmissionDetails, "state" | "place"> {
  done: Done | undefined;
  next: string | null;
}

export function Decision({ state, place, done, next }: DecisionProps) {
  const t = useSentence();
  return (
    <DeskCard title={t(m.decision)}>
      {done?.issues && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {state === "submitted" && <Deciding />}
      {state === "selected" && place !== null && (
        <Notice tone="live" title={t(m.selectedAs, { place })}>
          {t(m.selectedBody)}
        </Notice>
      )}
      {state === "rejected" && <Notice tone="quiet" title={t(m.rejectedTitle)} />}
      {state === "withdrawn" && <Notice tone="quiet" title={t(m.withdrawnTitle)} />}
      {state !== "submitted" && next && <Link to={next}>{t(m.next)} →</Link>}
    </DeskCard>
  );
}

function Deciding() {
  const t = useSentence();
  return (
    <div className="desk-stack">
      <Form method="post" preventScrollReset className="desk-stack">
        <input type="hidden" name="intent" value="select" />
        <Button submit variant="primary" size="large" fullWidth>
          {t(m.select)}
        </Button>
        <p className="desk-soft">{t(m.selectHint)}</p>
      </Form>
      <DeskConfirm word={t(m.reject)} danger>
        <p>{t(m.rejectSure)}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="reject" />
          <Button submit tone="critical" variant="primary">
            {t(m.rejectNow)}
          </Button>
        </Form>
      </DeskConfirm>
    </div>
  );
}
