import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { ListingPicture, Mall, MallConnection, MallKey } from "#app/channels/contract.ts";
import { connectCoupang, coupang } from "#app/channels/coupang/index.ts";
import { connectGachiSapsida, gachiSapsida } from "#app/channels/gachi-sapsida/index.ts";
import { pushedDesk } from "#app/channels/gachi-sapsida/pushed-desk.ts";
import { connectNaver, naver } from "#app/channels/naver/index.ts";
import {
  type CoupangFault,
  createCoupangStandIn,
  sandboxCoupangCategories,
  sandboxCoupangSettings,
} from "#tests/malls/coupang/index.ts";
import {
  createGachiSapsidaStandIn,
  type GachiSapsidaFault,
  sandboxGachiSapsidaCategories,
} from "#tests/malls/gachi-sapsida/index.ts";
import {
  createNaverStandIn,
  type NaverFault,
  sandboxNaverCategories,
  sandboxNaverStore,
} from "#tests/malls/naver/index.ts";
import type { StandIn } from "#tests/malls/stand-in.ts";

/** What the next create meets. */
export const faultNames = [
  "lost after create",
  "cut after create",
  "cut before create",
  "rate limited",
  "server error after create",
  "unreadable after create",
] as const;
export type FaultName = (typeof faultNames)[number];

/** A mall's adapter beside its stand-in, whose reviews are instant and whose pace is not felt. */
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
  fail(fault: FaultName): void;
}

const patient = 20_000;
const hurried = 1_000;

function pictureShelf() {
  const shelf = new Map<string, ListingPicture>();
  return {
    serve: (pictures: ListingPicture[]) => {
      for (const picture of pictures) shelf.set(picture.url, picture);
    },
    fetchPicture: async (url: string) => {
      const picture = shelf.get(url);
      if (!picture) return new Response(null, { status: 404 });
      const headers = { "content-type": picture.mediaType };
      return new Response(new Uint8Array(await picture.read()), { headers });
    },
  };
}

function startNaver(): MallUnderTest {
  const { serve, fetchPicture } = pictureShelf();
  const keys = { clientId: "contract", clientSecret: "$2a$04$abcdefghijklmnopqrstuv" };
  const standIn = createNaverStandIn({ fetchPicture, reviewMilliseconds: 0, requestsPerSecond: 1_000, ...keys });
  const connectTo = (origin: string, timeoutMilliseconds = patient) =>
    connectNaver({ ...sandboxNaverStore, ...keys, baseUrl: `${origin}/external`, timeoutMilliseconds });
  const faults: Record<FaultName, NaverFault["kind"]> = {
    "lost after create": "timeout-after",
    "cut after create": "cut-after",
    "cut before create": "cut",
    "rate limited": "429",
    "server error after create": "503-after",
    "unreadable after create": "unreadable-after",
  };
  return {
    pure: naver,
    connection: connectTo(standIn.origin),
    hasty: connectTo(standIn.origin, hurried),
    connectTo,
    standIn,
    categoryCode: sandboxNaverCategories.GENERAL_FOOD ?? "",
    serve,
    fail: (fault) => standIn.failNext({ kind: faults[fault], on: "create" }),
  };
}

function startCoupang(): MallUnderTest {
  const { serve, fetchPicture } = pictureShelf();
  const standIn = createCoupangStandIn({ fetchPicture, reviewMilliseconds: 0, requestsPerSecond: 1_000 });
  const connectTo = (origin: string, timeoutMilliseconds = patient) =>
    connectCoupang({ ...sandboxCoupangSettings(origin), requestsPerSecond: 1_000, timeoutMilliseconds });
  const faults: Record<FaultName, CoupangFault> = {
    "lost after create": "timeout_after",
    "cut after create": "cut_after",
    "cut before create": "cut_before",
    "rate limited": "rate_limited",
    "server error after create": "server_error",
    "unreadable after create": "garbage",
  };
  return {
    pure: coupang,
    connection: connectTo(standIn.origin),
    hasty: connectTo(standIn.origin, hurried),
    connectTo,
    standIn,
    categoryCode: sandboxCoupangCategories.GENERAL_FOOD ?? "",
    serve,
    fail: (fault) => standIn.failNext(faults[fault], "POST"),
  };
}

function startGachiSapsida(): MallUnderTest {
  const { serve, fetchPicture } = pictureShelf();
  const token = "contract";
  const standIn = createGachiSapsidaStandIn({ fetchPicture, reviewMilliseconds: 0, token });
  const connectTo = (baseUrl: string, timeoutMilliseconds = patient) =>
    connectGachiSapsida(pushedDesk({ baseUrl, token, timeoutMilliseconds }));
  const faults: Record<FaultName, GachiSapsidaFault> = {
    "lost after create": "timeout-after",
    "cut after create": "cut-after",
    "cut before create": "cut",
    "rate limited": "429",
    "server error after create": "503-after",
    // A delivery's answer holds nothing to read.
    "unreadable after create": "503-after",
  };
  return {
    pure: gachiSapsida,
    connection: connectTo(standIn.origin),
    hasty: connectTo(standIn.origin, hurried),
    connectTo,
    standIn,
    categoryCode: sandboxGachiSapsidaCategories.GENERAL_FOOD ?? "",
    serve,
    fail: (fault) => standIn.failNext(faults[fault]),
  };
}

export const mallsUnderTest: Record<MallKey, () => MallUnderTest> = {
  "gachi-sapsida": startGachiSapsida,
  naver: startNaver,
  coupang: startCoupang,
};

/** An address where nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}
