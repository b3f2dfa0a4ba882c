import { Link } from "@remix-run/react";
import type { ApplicationStep } from "#app/domain/application/find-application.ts";
import { stepWords } from "#app/messages/application.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { applicationPath } from "./application-path.ts";

const tones: Record<ApplicationStep["state"], Tone> = {
  untouched: "quiet",
  wrong: "waiting",
  complete: "live",
  returned: "waiting",
};

interface StepListProps {
  steps: readonly ApplicationStep[];
  /** How a step stands. */
  word: (step: ApplicationStep) => string;
  current?: string;
}

/** Every step by name; a step opens by its name, in whatever order the merchant likes. */
export function StepList({ steps, word, current }: StepListProps) {
  const t = useSentence();
  return (
    <ol className="uploads">
      {steps.map((step, index) => (
        <li key={step.key}>
          <Link to={`${applicationPath}/${step.key}`} aria-current={step.key === current ? "step" : undefined}>
            {index + 1}. {t(stepWords[step.key].name)}
          </Link>
          <Status tone={tones[step.state]} word={word(step)} />
        </li>
      ))}
    </ol>
  );
}
