import type { ProductDetails } from "#app/domain/product/find-product.ts";
import { formatDate } from "#app/messages/format.ts";
import { merchantMessages as m, stepWords as w } from "#app/messages/merchant.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import type { SubmissionState } from "#app/services/database/generated/enums.ts";
import { Icon, type IconName } from "#app/ui/plain/icon.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

type StepState = "done" | "now" | "later" | "stopped";

interface Step {
  word: Sentence;
  state: StepState;
  date?: Date | null;
  note?: { sentence: Sentence; count?: number };
}

const icons: Record<StepState, IconName> = { done: "check", now: "clock", later: "ring", stopped: "cross" };
const unhappy = new Set(["refused", "failed", "not_ready"]);
const underWay = new Set(["waiting", "sending", "unknown", "in_review"]);

/** 접수 → 심사 → 선정 → 쇼핑몰에 보내는 중 → 판매 중, and which of them it is at. */
export function ProductSteps({ product }: { product: Omit<ProductDetails, "facts" | "typists"> }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="card stack" aria-labelledby="where">
      <h2 id="where">{t(m.whereTitle)}</h2>
      <ol className="steps">
        {stepsOf(product).map(({ word, state, date, note }) => (
          <li key={word.en} className={`step-${state}`} aria-current={state === "now" ? "step" : undefined}>
            <Icon name={icons[state]} />
            <div>
              <strong>{t(word)}</strong>
              <span className="visually-hidden"> ({t(w[state])})</span>
              {date && <span className="soft"> {formatDate(locale, date)}</span>}
              {note && <p className="soft">{t(note.sentence, { count: note.count ?? 0 })}</p>}
            </div>
          </li>
        ))}
      </ol>
      {product.submission?.changedSince && <p className="soft">{t(m.changedSince)}</p>}
      {product.submission?.state === "rejected" && <p>{t(m.rejectedBody)}</p>}
    </section>
  );
}

function stepsOf({ stage, submission, listings }: Omit<ProductDetails, "facts" | "typists">): Step[] {
  const sent = submission !== null;
  const chosen = submission?.state === "selected";
  const reserve = submission?.reserve ?? null;
  const turnedDown = submission !== null && !chosen && (submission.state !== "submitted" || reserve?.over === true);
  const live = listings.filter(({ state }) => state === "live").length;
  const onTheWay = listings.some(({ state }) => underWay.has(state));
  const troubled = listings.some(({ state }) => unhappy.has(state));
  const onSale = stage === "live";
  return [
    sent || onSale
      ? { word: w.received, state: "done", date: submission?.submittedAt }
      : { word: w.received, state: "now", note: { sentence: w.notSent } },
    {
      word: w.judging,
      ...(submission?.state === "submitted" && !reserve && !onSale
        ? { state: "now" as const, note: { sentence: w.waitingForJudges } }
        : { state: sent || onSale ? ("done" as const) : ("later" as const) }),
    },
    turnedDown && !onSale
      ? { word: w.chosen, state: "stopped", date: submission.decidedAt, note: { sentence: whyNot(submission.state) } }
      : reserve && !onSale
        ? { word: w.chosen, state: "now", note: { sentence: w.onReserve, count: reserve.rank } }
        : { word: w.chosen, state: chosen || onSale ? "done" : "later", date: chosen ? submission.decidedAt : null },
    {
      word: w.sending,
      state: sendingState({ onTheWay, chosen, onSale }),
      ...(troubled && !onTheWay && chosen ? { note: { sentence: w.needsCare } } : {}),
    },
    onSale
      ? { word: w.onSale, state: "done", note: { sentence: w.atMalls, count: live } }
      : { word: w.onSale, state: "later" },
  ];
}

/** Its merchant took it out or it was recalled, or others were chosen. */
function whyNot(state: SubmissionState): Sentence {
  return state === "withdrawn" ? w.left : w.notChosen;
}

function sendingState({ onTheWay, chosen, onSale }: Record<"onTheWay" | "chosen" | "onSale", boolean>): StepState {
  if (onTheWay) return "now";
  if (onSale) return "done";
  return chosen ? "stopped" : "later";
}
