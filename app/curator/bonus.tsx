import { Form } from "@remix-run/react";
import type { JudgingDetails } from "#app/domain/judging/find-judging.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

type Known = Pick<JudgingDetails, "state" | "seasonState" | "rubric" | "decisions">;

/** Points that the office adds beside the marks, while they can still count. Posts `bonus`. */
export function Bonus({ loaded: { state, seasonState, rubric, decisions } }: { loaded: Known }) {
  const t = useSentence();
  const most = rubric.bonusMost;
  const granted = decisions.filter((one) => one.kind === "bonus").at(-1);
  const open = state === "submitted" && ["intake", "judging"].includes(seasonState) && most > 0;
  if (!open && !granted) return null;
  return (
    <DeskCard title={t(m.bonus)}>
      {granted ? (
        <p>{t(m.bonusGranted, { points: granted.details.points, reason: granted.reason })}</p>
      ) : (
        <p className="desk-soft">{t(m.bonusNone, { most })}</p>
      )}
      {open && (
        <DeskConfirm word={t(granted ? m.bonusChange : m.bonusGive)}>
          <Form method="post" preventScrollReset className="desk-stack">
            <input type="hidden" name="intent" value="bonus" />
            <DeskField
              name="points"
              type="number"
              label={t(m.bonusPoints, { most })}
              defaultValue={String(granted?.details.points ?? "")}
              autoComplete="off"
              requiredIndicator
            />
            <DeskField
              name="reason"
              label={t(m.bonusReason)}
              helpText={t(m.bonusHint)}
              maxLength={1000}
              autoComplete="off"
              requiredIndicator
            />
            <Button submit variant="primary">
              {t(m.bonusNow)}
            </Button>
          </Form>
        </DeskConfirm>
      )}
    </DeskCard>
  );
}
