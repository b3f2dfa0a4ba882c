import type {
  ExportsPackage,
  HandedOverByHand,
  Heard,
  HeardState,
  LookUpAnswer,
  Mall,
  MallConnection,
  PublishAnswer,
  PublishOrder,
  WithdrawAnswer,
} from "#app/channels/contract.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { HandOver, HandOverDesk, HandOverState } from "../hand-over-desk.ts";
import type { Wiring } from "../wiring.ts";
import { checkForGachiSapsida } from "./check.ts";
import { buildPackage } from "./package.ts";
import { pushedDesk } from "./pushed-desk.ts";
import type { PushedDeskSettings } from "./settings.ts";
import { gachiSapsidaSpec } from "./spec.ts";

export const gachiSapsida: Mall & HandedOverByHand = {
  key: "gachi-sapsida",
  name: { ko: "가치삽시다", en: "Gachi-Sapsida" },
  spec: gachiSapsidaSpec,
  check: checkForGachiSapsida,
  ask: () => ({ questions: [], issues: [] }),
  connectAtDesk,
};

const heardStates: Record<HandOverState, HeardState> = {
  received: "in_review",
  reviewed: "in_review",
  published: "live",
  returned: "refused",
  // It stands in the shop until the operator has taken it down.
  withdrawal_asked: "live",
  withdrawn: "withdrawn",
};

/** Seconds until it is worth asking whether the operator has taken a listing down. */
const withdrawalWait = 60;

/** The operator has an address that takes packages and tells what became of them. */
export function connectGachiSapsida(settings: PushedDeskSettings, wiring?: Wiring): MallConnection & ExportsPackage {
  return connectAtDesk(pushedDesk(settings, wiring));
}

/** A mall without an API: the listing leaves as a package, and an operator's word is what we hear. */
function connectAtDesk(desk: HandOverDesk): MallConnection & ExportsPackage {
  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const { reference } = order;
    const { fileName, bytes, mark } = await buildPackage(order);
    const answer = await desk.deliver({ reference, mark, fileName, bytes });
    if (answer.outcome === "refused") return { outcome: "refused", issues: returnedFor(answer.reasons) };
    if (answer.outcome !== "received") return answer;
    return { outcome: "accepted", heard: { state: "in_review", remoteId: reference, pageUrl: null, issues: [] } };
  }

  async function lookUp(reference: string): Promise<LookUpAnswer> {
    const answer = await desk.read(reference);
    return answer.outcome === "found" ? { outcome: "found", heard: heardOf(reference, answer.handOver) } : answer;
  }

  async function withdraw(reference: string): Promise<WithdrawAnswer> {
    const before = await desk.read(reference);
    if (before.outcome === "unsure") return before;
    if (isGone(before)) return { outcome: "withdrawn" };
    const asked = await desk.askWithdrawal(reference);
    if (asked.outcome === "unsure") return asked;
    const after = await desk.read(reference);
    if (after.outcome === "unsure") return after;
    if (isGone(after)) return { outcome: "withdrawn" };
    const reason = issue("mall.withdrawal_pending", { mall: "gachi-sapsida" });
    return { outcome: "unsure", reason, retryAfterSeconds: withdrawalWait };
  }

  return { publish, lookUp, withdraw, buildPackage };
}

function isGone(answer: { outcome: "absent" } | { outcome: "found"; handOver: HandOver }): boolean {
  return answer.outcome === "absent" || answer.handOver.state === "withdrawn";
}

function heardOf(reference: string, { state, reasons, pageUrl, remoteId }: HandOver): Heard {
  const issues = state === "returned" ? returnedFor(reasons) : [];
  return { state: heardStates[state], remoteId: remoteId ?? reference, pageUrl, issues };
}

/** A return is never silent, also when the operator gave no reason. */
function returnedFor(reasons: string[]): Issue[] {
  const path = { mall: "gachi-sapsida" };
  if (reasons.length === 0) return [issue("mall.returned_by_operator", path)];
  return reasons.map((raw) => issue("mall.returned_by_operator", path, { raw }));
}
