import type { MallSpec } from "#app/channels/contract.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square: RenditionSpec = { key: "square-1000", shape: "square", size: 1000, format: "jpeg", quality: 85 };

const detailPhoto: RenditionSpec = { key: "detail-860", shape: "width", size: 860, format: "jpeg", quality: 85 };

/** The operator states no picture rule: the set that all malls take. */
export const gachiSapsidaSpec: MallSpec = {
  pictures: { main: square, extra: square, maximumExtra: 9, minimumSide: 600 },
  detail: { as: "pictures", photo: detailPhoto, slice: { maximumHeight: 5_000, maximumBytes: 3_000_000 } },
  /** People answer here: no use in asking every minute for long. The desk shows a delivery at once. */
  followUp: { first: 60, longest: 6 * 3600, settle: 0 },
};
