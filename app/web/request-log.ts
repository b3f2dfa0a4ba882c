import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** One-time links carry their secret in the path: every long piece that is not a record's id is left out. */
export function loggablePath(path: string): string {
  return path.replace(/[A-Za-z0-9_-]{22,}/g, (piece) => (uuid.test(piece) ? piece : "…"));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One line an answer: no query, cookie, address or name. Expects `response.locals.requestId`. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const path = loggablePath(request.path);
    response.on("close", () => {
      const facts = {
        requestId: response.locals.requestId,
        method: request.method,
        path,
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - start),
        ...(response.writableFinished ? {} : { aborted: true }),
      };
      log[response.statusCode >= 500 ? "error" : "info"](facts, "answered");
    });
    next();
  };
}
