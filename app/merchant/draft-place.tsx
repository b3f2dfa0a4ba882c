import { Link } from "@remix-run/react";
import type { StepState } from "#app/domain/draft/judge-draft.ts";
import { draftParts } from "#app/domain/draft/parts.ts";
import type { DraftStep } from "#app/domain/draft/steps.ts";
import { draftMessages as m, partWords } from "#app/messages/drafts.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import type { Locale } from "#app/messages/sentence.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { draftPath } from "./draft-path.ts";

interface ShownStep extends DraftStep {
  state: StepState;
}

interface PlaceProps {
  steps: readonly ShownStep[];
  current: string;
}

/** Where on the way this screen is: the law's fields are one part, however many screens they fill. */
export function DraftPlace({ steps, current }: PlaceProps) {
  const t = useSentence();
  const parts = draftParts.filter((part) => steps.some((step) => step.part === part));
  const own = steps.find(({ key }) => key === current)?.part ?? "photos";
  const place = { number: parts.indexOf(own) + 1, total: parts.length };
  const screens = steps.filter(({ part }) => part === own);
  const within = (screens.findIndex(({ key }) => key === current) + 1) / screens.length;
  return (
    <p className="step-place">
      <span aria-hidden="true">{t(m.place, place)}</span>
      <span className="visually-hidden">{t(m.placeSpoken, place)}</span>
      <progress max={place.total} value={place.number - 1 + within} aria-hidden="true" />
    </p>
  );
}

const tones: Record<StepState, Tone> = { empty: "quiet", wrong: "waiting", lacking: "waiting", complete: "live" };
const stateWords = { empty: m.stateEmpty, wrong: m.stateWrong, lacking: m.stateLacking, complete: m.stateComplete };

/** Every question by name, to be opened in whatever order the merchant likes. */
export function DraftQuestions({ draftId, steps, current }: PlaceProps & { draftId: string }) {
  const t = useSentence();
  const name = useStepName();
  return (
    <details className="all-steps">
      <summary>{t(m.allSteps)}</summary>
      <ol className="uploads">
        {steps.map((step) => (
          <li key={step.key}>
            <Link to={draftPath(draftId, step.key)} aria-current={step.key === current ? "step" : undefined}>
              {name(step)}
            </Link>
            <Status tone={tones[step.state]} word={t(stateWords[step.state])} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What a question is called. */
export function useStepName(): (step: Pick<DraftStep, "part" | "field">) => string {
  const t = useSentence();
  const locale = useLocale();
  return ({ part, field }) => (part === "notice" ? noticeName(locale, field) : t(partWords[part].name));
}

export function noticeName(locale: Locale, field: DraftStep["field"]): string {
  if (!field) return "";
  return locale === "ko" ? field.labelKo : fieldLabel(locale, `notice.${field.key}`);
}
