import { constants } from "node:os";
import { whenParentIsGone } from "#app/services/when-parent-is-gone.ts";

/** Somebody wants the rehearsal to end at once; what was set up for it is still taken down. */
export class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super("interrupted");
  }
}

/** Rejects with `Interrupted` at Ctrl-C, a kill, or the death of who started us; never resolves. */
export function interruption(): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => reject(new Interrupted(128 + constants.signals[signal])));
    }
    whenParentIsGone(() => reject(new Interrupted(128 + constants.signals.SIGHUP)));
  });
  // It may come before anybody waits for it; and the channel to who started us is no reason to stay.
  interrupted.catch(() => {});
  process.channel?.unref();
  return interrupted;
}
