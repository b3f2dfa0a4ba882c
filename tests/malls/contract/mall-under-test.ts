// The contract holds for a mall that is made along the guide as well.
import "../seventh-mall/in-the-lists.ts";

import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { ListingPicture, Mall, MallConnection, MallKey } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall, malls } from "#app/channels/registry.ts";
import { ownWiring } from "#app/channels/wiring.ts";
import { ownTokens } from "#app/services/secrets/own-tokens.ts";
import { createStandIns, failNextCreate, playedMalls } from "../played-malls.ts";
import { sandboxCategories } from "../sandbox-categories.ts";
import { sandboxEnvironments } from "../sandbox-settings.ts";
import type { CreateFault, PlayedMall, StandIn } from "../stand-in.ts";
import { type SpoiledLine, spoiledLine } from "./spoiled-line.ts";

/** A mall's adapter beside its stand-in, whose reviews are instant. */
export interface MallUnderTest {
  pure: Mall;
  connection: MallConnection;
  /** Gives an answer up after a second. */
  hasty: MallConnection;
  connectTo(origin: string): MallConnection;
  standIn: StandIn;
  /** The mall's code of the ready product's category. */
  categoryCode: string;
  /** Lets the mall fetch these. */
  serve(pictures: ListingPicture[]): void;
  fail(fault: CreateFault): void;
  line: SpoiledLine;
  played: Pick<PlayedMall<StandIn>, "ownCalls" | "accountPage" | "cannotHappen" | "onlyOnce">;
  /** What people do on the mall's own side; null where the mall knows no such thing. */
  byHand: {
    delete(remoteId: string): void;
    reprice(remoteId: string, price: number): void;
    duplicate: ((remoteId: string) => void) | null;
    listPastUs: ((remoteId: string) => void) | null;
    /** In these words, where the mall tells any. */
    refuse: ((remoteId: string, words?: string) => void) | null;
    endTokens: (() => void) | null;
  };
}

export interface MallConditions {
  reviewMilliseconds?: number;
  /** The mall's clock and ours. */
  now?: () => number;
  /** With tokens that end, where the mall knows any. */
  rotating?: boolean;
}

const patient = 20_000;
const hurried = 1_000;

export function mallUnderTest(
  key: MallKey,
  { reviewMilliseconds = 0, now = Date.now, rotating = false }: MallConditions = {},
): MallUnderTest {
  const shelf = new Map<string, ListingPicture>();
  const fetchPicture = async (url: string) => {
    const picture = shelf.get(url);
    if (!picture) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await picture.read()), { headers: { "content-type": picture.mediaType } });
  };
  const standIns = createStandIns({ fetchPicture, reviewMilliseconds, now }, (mall) => `https://${mall}.example/store`);
  const standIn: StandIn = standIns[key];
  const played = playedMalls[key] as unknown as PlayedMall<StandIn>;
  const { byHand, rotatingEnvironment } = played;
  const done = (hand: ((standIn: StandIn, remoteId: string) => void) | null) =>
    hand && ((remoteId: string) => hand(standIn, remoteId));
  // As in the database: what one connection was given, the next finds.
  const tokens = ownTokens();
  const environment = (rotating && rotatingEnvironment) || sandboxEnvironments[key];
  const connectTo = (origin: string, timeoutMilliseconds = patient) => {
    const settings = readMallSettings(key, environment(origin)).settings;
    if (!settings) throw new Error(`The sandbox gives no settings for ${key}`);
    return connectMall(key, { ...settings, timeoutMilliseconds }, { ...ownWiring(now), tokens });
  };
  return {
    pure: malls[key],
    connection: connectTo(standIn.origin),
    hasty: connectTo(standIn.origin, hurried),
    connectTo,
    standIn,
    categoryCode: sandboxCategories[key].GENERAL_FOOD ?? "",
    serve: (pictures) => {
      for (const picture of pictures) shelf.set(picture.url, picture);
    },
    fail: (fault) => failNextCreate(standIns, key, fault),
    line: spoiledLine(standIn),
    played,
    byHand: {
      delete: (remoteId) => byHand.delete(standIn, remoteId),
      reprice: (remoteId, price) => byHand.reprice(standIn, remoteId, price),
      duplicate: done(byHand.duplicate),
      listPastUs: done(byHand.listPastUs),
      refuse: byHand.refuse && ((remoteId, words) => byHand.refuse?.(standIn, remoteId, words)),
      endTokens: byHand.endTokens && (() => byHand.endTokens?.(standIn)),
    },
  };
}

/** An address where nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
