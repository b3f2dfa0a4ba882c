import type { ServerResponse } from "node:http";
import { holdOpen } from "./hold-open.ts";

/** What the next answers of a mall meet on the line, whatever is asked; the first two before the mall knows of the request. */
export const spoils = ["429", "500", "silence", "cut"] as const;
export type Spoil = (typeof spoils)[number];

/** The answers of one mall that are still to be spoiled. */
export interface SpoiledAnswers {
  spoil(kind: Spoil, times: number): void;
  calm(): void;
  /** What the console shows. */
  waiting(): { kind: Spoil; times: number } | null;
  /** The one that the next request meets, which is then one less. */
  take(): Spoil | null;
}

export function spoiledAnswers(): SpoiledAnswers {
  let armed: { kind: Spoil; times: number } | null = null;
  return {
    spoil: (kind, times) => {
      armed = { kind, times };
    },
    calm: () => {
      armed = null;
    },
    waiting: () => armed && { ...armed },
    take: () => {
      if (!armed) return null;
      const { kind } = armed;
      armed.times -= 1;
      if (armed.times <= 0) armed = null;
      return kind;
    },
  };
}

/** Null: the mall works on the request, and its answer is spoiled afterwards. */
export function earlyAnswer(kind: Spoil | null): Response | null {
  if (kind === "429") return new Response("Too Many Requests", { status: 429, headers: { "retry-after": "5" } });
  return kind === "500" ? new Response("Internal Server Error", { status: 500 }) : null;
}

/** The mall has acted, and nobody hears of it: nothing comes, or half of it. */
export async function spoilAnswer(
  kind: Spoil,
  response: ServerResponse,
  answered: Response,
  gone: AbortSignal,
): Promise<void> {
  if (kind === "silence") await holdOpen(gone);
  else {
    const bytes = Buffer.from(await answered.arrayBuffer());
    response.writeHead(answered.status, { "content-length": bytes.length + 1 });
    response.write(bytes.subarray(0, bytes.length / 2));
    // The half is on its way before the line is cut.
    await new Promise((sent) => setTimeout(sent, 50));
  }
  response.destroy();
}
