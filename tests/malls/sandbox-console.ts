import type { MallKey } from "#app/channels/contract.ts";
import { failNextCreate, playedMalls, type StandIns } from "./played-malls.ts";
import { type Spoil, type SpoiledAnswers, spoiledAnswers, spoils } from "./spoiled-answers.ts";
import { type CreateFault, createFaults, type PlayedMall, type StandIn, type StandInListing } from "./stand-in.ts";

/** What somebody at the console has done to one mall, and not yet happened. */
export interface MallConsole {
  line: SpoiledAnswers;
  /** In whose words the next new product is turned down; null: nobody waits for it. */
  refuseNext: string | null;
  /** Products that were there before it was asked for. */
  known: Set<string>;
}

export type Consoles = Record<MallKey, MallConsole>;

export function createConsoles(standIns: StandIns): Consoles {
  const each = Object.keys(standIns).map((key) => [
    key,
    { line: spoiledAnswers(), refuseNext: null, known: new Set<string>() },
  ]);
  return Object.fromEntries(each);
}

export const createFaultWords: Record<CreateFault, string> = {
  "lost after create": "등록은 하고, 대답하지 않아요 (시간 초과)",
  "cut after create": "등록은 하고, 연결이 끊겨요",
  "cut before create": "등록하기 전에 연결이 끊겨요",
  "rate limited": "429: 너무 자주 보냈다고 해요",
  "server error after create": "등록은 하고, 500으로 대답해요",
  "unreadable after create": "등록은 하고, 읽을 수 없는 대답을 해요",
};

export const spoilWords: Record<Spoil, string> = {
  "429": "429: 너무 자주 보냈다고 해요",
  "500": "500: 고장 났다고 해요",
  silence: "일은 하고, 대답하지 않아요 (시간 초과)",
  cut: "일은 하고, 대답 중간에 끊겨요",
};

/** Until somebody calms it: a mall that is down for long. */
export const untilCalmed = 1_000_000;

/** Carries out what a form of the console or of a product's page asks for. False: it asks for nothing that there is. */
export function actAtConsole(standIns: StandIns, consoles: Consoles, key: MallKey, form: URLSearchParams): boolean {
  const standIn = standIns[key] as StandIn;
  const { byHand } = playedMalls[key] as unknown as PlayedMall<StandIn>;
  const at = consoles[key];
  const told = (name: string) => form.get(name)?.trim() ?? "";
  const listing = standIn.listings().find(({ remoteId }) => remoteId === told("product"));
  switch (told("do")) {
    case "spoil": {
      const kind = spoils.find((one) => one === told("kind"));
      const times = Number(told("times"));
      if (!kind || !Number.isInteger(times) || times < 1) return false;
      at.line.spoil(kind, times);
      return true;
    }
    case "fail": {
      const fault = createFaults.find((one) => one === told("fault"));
      if (fault) failNextCreate(standIns, key, fault);
      return fault !== undefined;
    }
    case "refuse-next":
      if (!byHand.refuse || told("words") === "") return false;
      at.refuseNext = told("words");
      at.known = new Set(standIn.listings().map(({ remoteId }) => remoteId));
      return true;
    case "calm":
      at.line.calm();
      at.refuseNext = null;
      return true;
    case "end-tokens":
      byHand.endTokens?.(standIn);
      return byHand.endTokens !== null;
    case "delete":
      if (listing) byHand.delete(standIn, listing.remoteId);
      return listing !== undefined;
    case "duplicate":
      if (listing) byHand.duplicate?.(standIn, listing.remoteId);
      return listing !== undefined && byHand.duplicate !== null;
    case "list-past-us":
      if (listing) byHand.listPastUs?.(standIn, listing.remoteId);
      return listing !== undefined && byHand.listPastUs !== null;
    case "refuse":
      if (listing) byHand.refuse?.(standIn, listing.remoteId, told("words") || undefined);
      return listing !== undefined && byHand.refuse !== null;
    case "reprice": {
      const price = Number(told("price"));
      if (!listing || !Number.isInteger(price) || price <= 0) return false;
      byHand.reprice(standIn, listing.remoteId, price);
      return true;
    }
    default:
      return false;
  }
}

/** Turns down what has come since somebody asked for it, as soon as the mall has taken it up. */
export function refuseNewcomer(standIn: StandIn, key: MallKey, at: MallConsole): void {
  if (at.refuseNext === null) return;
  const { byHand } = playedMalls[key] as unknown as PlayedMall<StandIn>;
  const isReady = ({ state, remoteId }: StandInListing) =>
    !at.known.has(remoteId) && (state === "in_review" || state === "live");
  const newcomer = standIn.listings().find(isReady);
  if (!newcomer) return;
  byHand.refuse?.(standIn, newcomer.remoteId, at.refuseNext);
  at.refuseNext = null;
}
