import pino, { type Logger } from "pino";

/** Structured logs, one JSON object a line on standard error; ids only, never personal data. */
export function createLog(name: string, level: string): Logger {
  const serializers = { error: pino.stdSerializers.err };
  return pino({ name, level, base: { name, pid: process.pid }, serializers }, pino.destination(2));
}
