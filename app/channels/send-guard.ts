import { AsyncLocalStorage } from "node:async_hooks";

const guarding = new AsyncLocalStorage<() => Promise<void>>();

/**
 * Runs `work`, which sends one listing; `permit` is asked before each of its requests that may make or change something at the mall,
 * and when it throws, that request does not leave.
 */
export function guardSending<T>(permit: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  return guarding.run(permit, work);
}

/** Resolves when such a request may leave, which it must do at once; without a guard it may. */
export async function permitToSend(): Promise<void> {
  await guarding.getStore()?.();
}
