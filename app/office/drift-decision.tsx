import { Form } from "@remix-run/react";
import type { OpenDrift } from "#app/domain/drift/list-drifts.ts";
import { driftMessages as m } from "#app/messages/drift.ts";
import { formatWon } from "#app/messages/format.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

type Drift = Pick<OpenDrift, "id" | "kind">;

/** The two ways to decide; of a second listing the program can only say that it is there. */
export function DriftDecision({ drift: { id, kind }, mall }: { drift: Drift; mall: string }) {
  const t = useSentence();
  const gone = kind === "deleted" || kind === "taken_down";
  const [accept, sure] =
    kind === "duplicate"
      ? [m.seen, m.seenSure]
      : kind === "options_stopped"
        ? [m.acceptStopped, m.acceptStoppedSure]
        : gone
          ? [m.acceptDeletion, m.acceptDeletionSure]
          : [m.accept, m.acceptSure];
  return (
    <div className="desk-row">
      {kind !== "duplicate" && (
        <Choice id={id} mall={mall} how="sent_ours" word={t(m.sendOurs)} sure={m.sendOursSure} />
      )}
      <Choice id={id} mall={mall} how="accepted" word={t(accept)} sure={sure} />
    </div>
  );
}

interface ChoiceProps {
  id: string;
  mall: string;
  how: "sent_ours" | "accepted";
  word: string;
  sure: Sentence;
}

function Choice({ id, mall, how, word, sure }: ChoiceProps) {
  const t = useSentence();
  return (
    <DeskConfirm word={word}>
      <p>{t(sure)}</p>
      <Form method="post" action={`/office/malls/${mall}/drift`}>
        <input type="hidden" name="driftId" value={id} />
        <input type="hidden" name="how" value={how} />
        <Button submit variant="primary">
          {word}
        </Button>
      </Form>
    </DeskConfirm>
  );
}

/** A value of the kind it is: won, pieces, or nothing to compare. */
export function DriftValue({ kind, value }: { kind: OpenDrift["kind"]; value: number | null }) {
  const t = useSentence();
  const locale = useLocale();
  if (value === null) return "–";
  return kind === "price" ? formatWon(locale, value) : t(m.pieces, { count: value });
}
