import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";
import { PhotoFault } from "./decode.ts";
import type { PageOrder, PageSlice } from "./detail-page/draw-page.ts";
import { type InspectedPhoto, inspectPhoto } from "./inspect.ts";
import { type RenderedPhoto, type Rendition, renderPhoto, type StudiedPhoto, studyPhoto } from "./render.ts";
import type { CardOrder } from "./season-card/draw-card.ts";

/** From the pool to its child. */
export interface RenderOrder {
  bytes: Buffer;
  specs: RenditionSpec[];
  edits: PhotoEdits;
  /** Each picture comes as soon as it is made, and none at the end. */
  oneByOne: boolean;
}
/** Of a photo that arrives: judged, decoded and studied. */
export interface StudyOrder {
  bytes: Buffer;
  fileName: string;
  specs: RenditionSpec[];
}
export type ChildOrder = RenderOrder | StudyOrder | PageOrder | CardOrder;

export type RenderResult = { ok: true; photo: RenderedPhoto } | { ok: false; issue: Issue };
export type StudyResult = { ok: true; original: InspectedPhoto; photo: StudiedPhoto } | { ok: false; issue: Issue };
export type DrawResult = { ok: true; slices: PageSlice[] } | { ok: false; issue: Issue };
export type CardResult = { ok: true; card: PageSlice } | { ok: false; issue: Issue };

/** From the child to the pool: `ready` once, then one result an order, after what is `made` of it where that was asked for. */
export type ChildMessage = { ready: true } | { made: Rendition } | { result: Result };
export type Result = RenderResult | StudyResult | DrawResult | CardResult;

async function answer(order: ChildOrder): Promise<Result> {
  try {
    // The canvas is loaded when the first page or card comes: without it and libheif a child starts in 540 ms instead of 750.
    if ("blocks" in order) {
      const { drawPage } = await import("./detail-page/draw-page.ts");
      return { ok: true, slices: await drawPage(order) };
    }
    if ("tiles" in order) {
      const { drawCard } = await import("./season-card/draw-card.ts");
      return { ok: true, card: await drawCard(order) };
    }
    if ("fileName" in order) return await study(order);
    if (!order.oneByOne) return { ok: true, photo: await renderPhoto(order.bytes, order.specs, order.edits) };
    await renderPhoto(order.bytes, order.specs, order.edits, (made) => tell({ made }));
    return { ok: true, photo: { renditions: [] } };
  } catch (error) {
    if (error instanceof PhotoFault) return { ok: false, issue: error.issue };
    return { ok: false, issue: issue("photo.processing_failed", {}, { raw: String(error) }) };
  }
}

async function study({ bytes, fileName, specs }: StudyOrder): Promise<StudyResult> {
  const inspection = await inspectPhoto(bytes, fileName);
  if (!inspection.ok) return inspection;
  return { ok: true, original: inspection.photo, photo: await studyPhoto(bytes, specs) };
}

/** Nobody hears it whose parent was just killed: the end of the channel ends us. */
function tell(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, () => {});
}

// The pool decides when a child ends; a Ctrl-C in the terminal reaches the whole group and must not fail a photo.
process.on("SIGINT", () => undefined);
whenParentIsGone(() => process.exit());
process.on("message", (order: ChildOrder) => {
  void answer(order).then((result) => tell({ result }));
});
tell({ ready: true });
