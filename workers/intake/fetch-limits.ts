import type { Network } from "#app/services/fetching/fetch-public.ts";

/** What one import may ask of the public internet. */
export interface FetchLimits {
  /** For one photo, redirects included. */
  timeoutMilliseconds: number;
  /** Addresses of one row. */
  perRow: number;
  /** Different addresses of a sheet. */
  perSheet: number;
  /** Of all photos together, checked before each is asked for. */
  totalBytes: number;
  /** Addresses asked at the same time. */
  atOnce: number;
  /** The same of one host: a small shop's server is not to be trampled. */
  atOncePerHost: number;
  /** A host that kept silent this often is not asked again: each time costs the whole time limit. */
  silencesPerHost: number;
}

export const fetchLimits: FetchLimits = {
  timeoutMilliseconds: 20_000,
  perRow: 20,
  perSheet: 5_000,
  totalBytes: 2 * 1024 ** 3,
  atOnce: 8,
  atOncePerHost: 4,
  silencesPerHost: 3,
};

export interface PhotoFetching {
  network: Network;
  limits: FetchLimits;
}
