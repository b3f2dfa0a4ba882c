import {
  type Heard,
  type LookUpAnswer,
  type Mall,
  type MallConnection,
  type MallKey,
  notSent,
  type PublishAnswer,
  type PublishOrder,
  type Unsure,
  type WithdrawAnswer,
} from "#app/channels/contract.ts";
import { ownWiring, type Wiring } from "#app/channels/wiring.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { checkForCorner } from "./check.ts";
import { type CornerAnswer, type CornerGoods, createCornerCaller } from "./client.ts";
import { goodsOf } from "./map.ts";
import type { CornerSettings } from "./settings.ts";
import { cornerSpec } from "./spec.ts";

export const corner: Mall = {
  key: "corner" as MallKey,
  name: { ko: "모퉁이장터", en: "Corner Market" },
  spec: cornerSpec,
  check: checkForCorner,
  ask: () => ({ questions: [], issues: [] }),
};

export function connectCorner(settings: CornerSettings, wiring: Wiring = ownWiring()): MallConnection {
  const call = createCornerCaller(settings, wiring);
  const withCode = (reference: string) => call("GET", `/goods?code=${encodeURIComponent(reference)}`);

  async function publish(order: PublishOrder): Promise<PublishAnswer> {
    const [method, path] = order.remoteId === null ? (["POST", ""] as const) : (["PUT", `/${order.remoteId}`] as const);
    const sent = await call(method, `/goods${path}`, goodsOf(order));
    const [made] = sent.kind === "done" ? sent.goods : [];
    if (made) return { outcome: "accepted", heard: heard(made) };
    if ("issues" in sent) return { outcome: "refused", issues: sent.issues };
    // Only a create makes something: an update that was lost is sent again.
    if (method === "POST" && sent.kind !== "not_sent") return { outcome: "unknown", reason: unsure(sent).reason };
    return notSent(unsure(sent));
  }

  async function lookUp(reference: string, remoteId: string | null): Promise<LookUpAnswer> {
    const found = await withCode(reference);
    if (found.kind !== "done") return unsure(found);
    const [first] = found.goods.toSorted((one, other) => rank(one, remoteId) - rank(other, remoteId));
    if (!first) return { outcome: "absent" };
    const told = heard(first);
    const shown = found.goods.filter((one) => one.shown);
    if (shown.length > 1) {
      const params = { count: shown.length };
      told.issues.push(issue("mall.duplicate_listings", { mall: "corner" }, { severity: "warning", params }));
    }
    return { outcome: "found", heard: told };
  }

  /** Hides everything under our code, and believes only what the mall shows afterwards. */
  async function withdraw(reference: string): Promise<WithdrawAnswer> {
    const found = await withCode(reference);
    if (found.kind !== "done") return unsure(found);
    for (const { id } of found.goods.filter(({ shown }) => shown)) {
      const hidden = await call("PUT", `/goods/${id}/shown`, { shown: false });
      if ("issues" in hidden) return { outcome: "refused", issues: hidden.issues };
    }
    const after = await withCode(reference);
    if (after.kind !== "done") return unsure(after);
    return after.goods.some(({ shown }) => shown) ? unsure(after) : { outcome: "withdrawn" };
  }

  return { publish, lookUp, withdraw };
}

function rank(goods: CornerGoods, remoteId: string | null): number {
  return (goods.shown ? 0 : 2) + (String(goods.id) === remoteId ? 0 : 1);
}

function heard({ id, price, stock, shown }: CornerGoods): Heard {
  return {
    state: shown ? "live" : "withdrawn",
    remoteId: String(id),
    pageUrl: null,
    issues: [],
    goods: { price, stock },
  };
}

function unsure(answer: CornerAnswer): Unsure {
  if ("reason" in answer) {
    return { outcome: "unsure", reason: answer.reason, retryAfterSeconds: answer.retryAfterSeconds };
  }
  const [reason = issue("mall.answer_unreadable", { mall: "corner" })] = "issues" in answer ? answer.issues : [];
  return { outcome: "unsure", reason, retryAfterSeconds: 30 };
}
