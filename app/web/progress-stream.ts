import type { Request, Response } from "express";
import pg from "pg";
import type { Logger } from "pino";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import type { Database } from "#app/services/database/database.ts";

const gatherMilliseconds = 100;
const beatMilliseconds = 20_000;
const reconnectMilliseconds = 1_000;
const recentMilliseconds = 10 * 60_000;

interface Subscriber {
  response: Response;
  /** Null sees every store. */
  storeId: string | null;
}

/**
 * Sends the rows of `progress` to open pages as they change. One connection listens for the whole server; changes of
 * 100 ms go out together. A page that connects first gets what is running or just ended, so a reload misses nothing.
 */
export class ProgressStream {
  readonly #subscribers = new Set<Subscriber>();
  readonly #changed = new Set<string>();
  #listener: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const listener = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    listener.on("notification", ({ payload }) => this.#note(payload));
    listener.on("error", (error) => this.log.warn({ error: error.message }, "lost the progress listener"));
    await listener.connect();
    listener.once("end", () => this.#reconnectSoon());
    this.#listener = listener;
    await listener.query("LISTEN progress");
  }

  /** Answers one page's event stream; `stillAllowed` is asked at every beat, and the stream ends with the session. */
  async subscribe(
    request: Request,
    response: Response,
    account: SessionAccount,
    stillAllowed: () => Promise<boolean>,
  ): Promise<void> {
    const subscriber = { response, storeId: account.role === "merchant" ? (account.storeId ?? "none") : null };
    response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
    response.flushHeaders();
    response.write("retry: 2000\n\n");
    this.#subscribers.add(subscriber);
    const beat = setInterval(async () => {
      if (await stillAllowed().catch(() => true)) response.write(": beat\n\n");
      else response.end();
    }, beatMilliseconds);
    request.on("close", () => {
      clearInterval(beat);
      this.#subscribers.delete(subscriber);
    });
    if (subscriber.storeId === "none") return;
    const recent = await this.database.progress.findMany({
      where: {
        OR: [{ state: "running" }, { updatedAt: { gt: new Date(Date.now() - recentMilliseconds) } }],
        ...(subscriber.storeId === null ? {} : { storeId: subscriber.storeId }),
      },
      orderBy: { updatedAt: "desc" },
      take: 200,
    });
    for (const row of recent) send(subscriber, row);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const { response } of this.#subscribers) response.end();
    await this.#listener?.end().catch(() => undefined);
  }

  #note(id: string | undefined): void {
    if (!id || this.#subscribers.size === 0) return;
    this.#changed.add(id);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flush().catch((error: Error) => this.log.warn({ error: error.message }, "could not send progress"));
    }, gatherMilliseconds);
  }

  async #flush(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    const rows = await this.database.progress.findMany({ where: { id: { in: ids } } });
    for (const row of rows) {
      for (const subscriber of this.#subscribers) {
        if (subscriber.storeId === null || subscriber.storeId === row.storeId) send(subscriber, row);
      }
    }
  }

  #reconnectSoon(): void {
    if (this.#stopped) return;
    setTimeout(() => {
      if (this.#stopped) return;
      this.start().catch((error: Error) => {
        this.log.warn({ error: error.message }, "no progress listener yet");
        this.#reconnectSoon();
      });
    }, reconnectMilliseconds);
  }
}

function send({ response }: Subscriber, row: object): void {
  response.write(`event: progress\ndata: ${JSON.stringify(row)}\n\n`);
}
