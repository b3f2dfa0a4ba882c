import type { RequestHandler } from "msw";
import type { MallKey } from "#app/channels/contract.ts";

/** One mall played by us: as strict as the real one where we know it, and never milder on purpose. */
export interface StandIn<State = unknown> {
  key: MallKey;
  /** Scheme and host of the real API, e.g. `https://api.commerce.naver.com`; the sandbox serves it under `/<key>/`. */
  origin: string;
  /** msw handlers on absolute addresses below `origin`. */
  handlers: RequestHandler[];
  /** Counted by the stand-in itself; never read from Baekseon. */
  listings(): StandInListing[];
  /** All that it must still know when it is started again, as `v8.serialize` takes it; not a copy. */
  state(): State;
  restore(state: State): void;
}

export interface StandInListing {
  reference: string;
  remoteId: string;
  name: string;
  price: number;
  state: "registering" | "in_review" | "live" | "refused" | "withdrawn";
  /** A picture the stand-in itself has copied or can fetch. */
  pictureUrl: string | null;
  createdAt: Date;
}

export interface StandInOptions {
  /** Fetches a picture as the mall would; the sandbox maps the public https address to the local server. */
  fetchPicture(url: string): Promise<Response>;
  /** How long a review or registration takes, in milliseconds. */
  reviewMilliseconds: number;
  now?: () => number;
}
