import pino, { type DestinationStream, type Logger } from "pino";

/** Structured logs, one JSON object a line on standard error; ids only, never personal data. */
export function createLog(name: string, level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ name, level, base: { name, pid: process.pid }, serializers: { error: factsOf } }, destination);
}

/**
 * Of an error what it says and where, and none of its further properties: the database puts the row that it refused among
 * them. Before its last paragraph Prisma repeats what a wrong call was given.
 */
function factsOf(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { type, message: whole, stack, code } = pino.stdSerializers.err(error);
  const message = /^\s*Invalid `.*invocation/.test(whole) ? whole.split("\n\n").at(-1) : whole;
  return { type, code, message, stack: stack.replace(whole, () => message ?? "") };
}
