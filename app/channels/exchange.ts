import { AsyncLocalStorage } from "node:async_hooks";

/** One request to a mall and what came back, fit to be kept and shown: cut short, without keys, tokens and signatures. */
export interface Exchange {
  at: Date;
  method: string;
  /** It may have made or changed something at the mall. */
  acts: boolean;
  /** Path and query. */
  address: string;
  request: string | null;
  /** Null: no answer came. */
  status: number | null;
  /** The mall's own number of the request, for its support. */
  requestId: string | null;
  answer: string | null;
  milliseconds: number;
}

const collecting = new AsyncLocalStorage<Exchange[]>();

/** Runs `work` and gives every exchange with a mall that it made, in order; also of work that fails. */
export async function collectExchanges<T>(
  work: () => Promise<T>,
  keep: (exchanges: Exchange[]) => Promise<void>,
): Promise<T> {
  const exchanges: Exchange[] = [];
  try {
    return await collecting.run(exchanges, work);
  } finally {
    if (exchanges.length > 0) await keep(exchanges);
  }
}

export function noteExchange(exchange: Exchange): void {
  collecting.getStore()?.push(exchange);
}
