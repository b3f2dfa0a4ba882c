import { inspect } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** Noise on the console fails the test that made it; a test that expects noise spies on the console itself. */
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const noise = [console.error, console.warn].flatMap((said) => (vi.isMockFunction(said) ? said.mock.calls : []));
  vi.restoreAllMocks();
  expect(
    noise,
    `unexpected console.error or console.warn: ${inspect(noise[0], { breakLength: Number.POSITIVE_INFINITY })}`,
  ).toEqual([]);
});
