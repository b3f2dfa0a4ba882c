import { availableParallelism } from "node:os";
import { fileTypeFromBuffer } from "file-type";
import { noEdits, type PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";
import type { PageOrder } from "./detail-page/draw-page.ts";
import type { OnMade } from "./render.ts";
import type { CardResult, ChildOrder, DrawResult, RenderResult, Result, StudyResult } from "./render-child.ts";
import { type RenderLimits, type RenderProcess, startRenderProcess } from "./render-process.ts";
import type { CardOrder } from "./season-card/draw-card.ts";

export type { RenderResult } from "./render-child.ts";

export interface RenderPool {
  /**
   * Waits for a free child. A bad photo, or one that breaks a limit, is an issue; rejects once the pool is closed, and where this machine
   * starts no child. With `onMade` each picture comes as soon as it is made, and none at the end.
   */
  render(bytes: Buffer, specs: RenditionSpec[], edits?: PhotoEdits, onMade?: OnMade): Promise<RenderResult>;
  /** The same for a photo that arrives, which is judged first and of which all is found out that we want to know. */
  study(bytes: Buffer, fileName: string, specs: RenditionSpec[]): Promise<StudyResult>;
  /** The same for a detail page. */
  drawPage(order: PageOrder): Promise<DrawResult>;
  /** The same for a season's card. */
  drawCard(order: CardOrder): Promise<CardResult>;
  /** Children that run now, for watching them from outside. */
  pids(): number[];
  /** Ends all children and rejects what has not begun. */
  close(): Promise<void>;
}

export interface RenderPoolOptions {
  /** Children, each with one photo and one core at a time; the machine's cores when left out. */
  size?: number;
  /** For one photo, from the moment a child has it. */
  timeoutMilliseconds?: number;
  /** Resident memory of one child. */
  memoryMegabytes?: number;
  /** The same while it decodes HEIC, which only one child does at a time. */
  heicMemoryMegabytes?: number;
}

/** How often a child is started for one order before the machine is found to be at fault. */
const starts = 3;

interface Order {
  work: ChildOrder;
  heic: boolean;
  onMade?: OnMade;
  resolve(result: Result): void;
  reject(error: Error): void;
}

interface Seat {
  process: RenderProcess | null;
  order: Order | null;
}

export class RenderPoolClosed extends Error {
  constructor() {
    super("the render pool is closed");
  }
}

/** Children start when they are first needed and are kept; one that dies takes only its own photo with it. */
export function createRenderPool(options: RenderPoolOptions = {}): RenderPool {
  const { size = availableParallelism(), timeoutMilliseconds = 60_000 } = options;
  const { memoryMegabytes = 800, heicMemoryMegabytes = 1600 } = options;
  const seats: Seat[] = Array.from({ length: size }, () => ({ process: null, order: null }));
  const waiting: Order[] = [];
  let closed = false;

  function seatNext(): void {
    // A running child before an empty seat: starting one takes longer than a small photo.
    const free = seats.filter((seat) => !seat.order).sort((a, b) => Number(!a.process) - Number(!b.process));
    for (const seat of free) {
      const heicBusy = seats.some((other) => other.order?.heic);
      const index = waiting.findIndex((order) => !order.heic || !heicBusy);
      const [order] = index === -1 ? [] : waiting.splice(index, 1);
      if (!order) return;
      seat.order = order;
      void work(seat, order);
    }
  }

  async function work(seat: Seat, order: Order): Promise<void> {
    const { heic } = order;
    const limits = { timeoutMilliseconds, memoryMegabytes: heic ? heicMemoryMegabytes : memoryMegabytes };
    const result = await workedBy(seat, order, limits);
    // WebAssembly never gives memory back, so a child that held a HEIC serves only while more of them wait.
    if (heic && !waiting.some((next) => next.heic)) void seat.process?.end();
    if (!seat.process?.alive()) seat.process = closed ? null : startRenderProcess();
    seat.order = null;
    if (closed) order.reject(new RenderPoolClosed());
    else if (result) order.resolve(result);
    else order.reject(new Error("No child for pictures stays alive until it has its order"));
    seatNext();
  }

  /** Null: neither the seat's child nor new ones ever had the order. */
  async function workedBy(seat: Seat, order: Order, limits: RenderLimits): Promise<Result | null> {
    for (let attempt = 0; attempt < starts && !closed; attempt++) {
      const child = seat.process?.alive() ? seat.process : startRenderProcess();
      seat.process = child;
      const result = await child.work(order.work, limits, order.onMade);
      if (result) return result;
    }
    return null;
  }

  function queue(work: ChildOrder, heic: boolean, onMade?: OnMade): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push({ work, heic, onMade, resolve, reject });
      seatNext();
    });
  }

  return {
    async render(bytes, specs, edits = noEdits, onMade) {
      const heic = await isHeic(bytes);
      if (closed) throw new RenderPoolClosed();
      const order = { bytes, specs, edits, oneByOne: onMade !== undefined };
      return queue(order, heic, onMade) as Promise<RenderResult>;
    },
    async study(bytes, fileName, specs) {
      const heic = await isHeic(bytes);
      if (closed) throw new RenderPoolClosed();
      return queue({ bytes, fileName, specs }, heic) as Promise<StudyResult>;
    },
    async drawPage(order) {
      if (closed) throw new RenderPoolClosed();
      return queue(order, false) as Promise<DrawResult>;
    },
    async drawCard(order) {
      if (closed) throw new RenderPoolClosed();
      return queue(order, false) as Promise<CardResult>;
    },
    pids: () => seats.flatMap(({ process }) => (process?.alive() && process.pid ? [process.pid] : [])),
    async close() {
      closed = true;
      for (const order of waiting.splice(0)) order.reject(new RenderPoolClosed());
      await Promise.all(seats.map((seat) => seat.process?.end()));
    },
  };
}

/** By the file's brand; an AVIF that calls itself HEIF is only more careful treated. */
async function isHeic(bytes: Buffer): Promise<boolean> {
  const found = await fileTypeFromBuffer(bytes);
  return found?.ext === "heic";
}
