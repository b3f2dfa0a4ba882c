const holdMilliseconds = 120_000;

/** Keeps an answer back until whoever waits for it gives up. */
export async function holdOpen(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, holdMilliseconds);
    timer.unref();
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
