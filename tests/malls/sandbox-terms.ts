import { type MallKey, mallKeys } from "#app/channels/contract.ts";

/** Hundredths of a percent, and days. Played: of the real ones only Gachi-Sapsida's three percent is known to us. */
const played: Partial<Record<MallKey, { feeBasisPoints: number; settlementDays: number }>> = {
  "gachi-sapsida": { feeBasisPoints: 300, settlementDays: 10 },
  coupang: { feeBasisPoints: 1080, settlementDays: 15 },
};
const usual = { feeBasisPoints: 550, settlementDays: 7 };

/** What every sandbox mall takes of a sale, and when it pays. */
export const sandboxTerms = Object.fromEntries(mallKeys.map((key) => [key, played[key] ?? usual])) as Record<
  MallKey,
  { feeBasisPoints: number; settlementDays: number }
>;
