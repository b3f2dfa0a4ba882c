import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { SessionAccount } from "./domain/account/find-session.ts";
import { type Alarm, listAlarms } from "./domain/alarm/alarms.ts";
import { endpoints, pages } from "./routes.ts";
import { type FindRendition, serveRenditions } from "./services/blobs/serve-renditions.ts";
import { accessFaults } from "./web/check-access.ts";
import { readSessionToken } from "./web/cookies.ts";
import { detectLocale, localeCookie } from "./web/language.ts";
import type { House } from "./web/load-context.ts";
import { mallWebhooks } from "./web/mall-webhooks.ts";
import type { ProgressStream } from "./web/progress-stream.ts";
import { requestLog } from "./web/request-log.ts";
import { resumableUploads } from "./web/resumable-uploads.ts";
import { sameOriginOnly } from "./web/same-origin.ts";
import { securityHeaders } from "./web/security-headers.ts";
import { smallBodiesOnly } from "./web/small-bodies.ts";

export interface WebSettings {
  /** Where visitors reach us. */
  publicUrl: string;
  /** Whether they come by https: cookies are marked secure, and HSTS keeps them there. */
  https: boolean;
  /** Express's `trust proxy`: how many proxies stand before us, or false. */
  trustProxy: number | false;
  /** Folder with Remix's client build. */
  clientDirectory: string;
}

export interface WebParts {
  settings: WebSettings;
  house: House;
  build: ServerBuild;
  findSession: (token: string) => Promise<SessionAccount | null>;
  findRendition: FindRendition;
  progress: ProgressStream;
  log: Logger;
}

/** The whole web side. Throws when a page does not say who may call it. */
export function createApp({ settings, house, build, findSession, findRendition, progress, log }: WebParts): Express {
  refuseOpenPages(build);
  const { https } = settings;
  const findAccount = async (cookie: string | undefined) => {
    const token = readSessionToken(cookie, https);
    return token ? await findSession(token) : null;
  };

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  app.use((_request, response, next) => {
    response.locals.requestId = randomUUID();
    response.locals.nonce = randomBytes(16).toString("base64");
    response.set("X-Request-Id", response.locals.requestId);
    next();
  });
  app.use(securityHeaders(https));
  app.get(endpoints.alive.path, (_request, response) => void response.type("text/plain").send("ok\n"));
  app.get(endpoints.ready.path, (_request, response) => {
    listAlarms(house.database).then(
      // Whoever watches sees what work waits for; pages are served all the same.
      (alarms) => response.type("text/plain").send(["ready\n", ...alarms.map(sayAlarm)].join("")),
      () => response.status(503).type("text/plain").send("the database does not answer\n"),
    );
  });
  app.use(requestLog(log));
  app.use(
    compression({ filter: (request, response) => !isEventStream(response) && compression.filter(request, response) }),
  );
  app.use(
    "/assets",
    express.static(join(settings.clientDirectory, "assets"), { immutable: true, maxAge: "1y", index: false }),
  );
  app.use("/assets", notFound);
  app.use(express.static(settings.clientDirectory, { maxAge: "1h", index: false, redirect: false }));
  app.use(serveRenditions(house.blobs, findRendition));
  app.use(leadToNowhere);
  app.post(`${endpoints.webhooks.path}/:channel`, mallWebhooks(house));
  app.use(sameOriginOnly(settings.publicUrl));

  const takePiece = resumableUploads(house, endpoints.uploads.path, log);
  app.all([endpoints.uploads.path, `${endpoints.uploads.path}/:id`], (request, response, next) => {
    findAccount(request.headers.cookie)
      .then(async (who) => {
        if (who?.storeId && endpoints.uploads.access.some((role) => role === who.role))
          await takePiece(request, response, { id: who.id, storeId: who.storeId });
        else
          response
            .status(who ? 403 : 401)
            .set("Connection", "close")
            .end();
      })
      .catch(next);
  });
  app.use(smallBodiesOnly(pages.filter(({ takesUploads }) => takesUploads).map(({ path }) => path)));

  app.get(endpoints.progress.path, (request, response, next) => {
    const account = () => findAccount(request.headers.cookie);
    const mayWatch = (who: SessionAccount | null) =>
      who !== null && endpoints.progress.access.some((role) => role === who.role);
    account()
      .then(async (who) => {
        if (who && mayWatch(who))
          await progress.subscribe(request, response, who, async () => mayWatch(await account()));
        else response.status(who ? 403 : 401).end();
      })
      .catch(next);
  });

  app.use((request, response, next) => {
    const cookie = localeCookie(queryOf(request.url).get("lang"), https);
    if (cookie) response.append("Set-Cookie", cookie);
    next();
  });
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: "production",
      getLoadContext: async (request, response): Promise<AppLoadContext> => ({
        ...house,
        log,
        account: await findAccount(request.headers.cookie),
        locale: detectLocale({
          query: queryOf(request.url).get("lang"),
          cookie: request.headers.cookie,
          acceptLanguage: request.get("accept-language"),
        }),
        nonce: response.locals.nonce,
        requestId: response.locals.requestId,
        clientAddress: request.ip ?? "unknown",
        secure: https,
      }),
    }),
  );
  app.use(answerFailure(log));
  return app;
}

function refuseOpenPages(build: ServerBuild): void {
  const modules = Object.fromEntries(
    Object.values(build.routes).map((route) => [route?.id ?? "", route?.module ?? {}]),
  );
  const faults = accessFaults(modules);
  if (faults.length > 0) throw new Error(`pages without a guard:\n${faults.join("\n")}`);
}

const notFound: RequestHandler = (_request, response) =>
  void response.status(404).type("text/plain").send("not found\n");

/**
 * Korean addresses are passed on by people, and cut in the middle of a letter: whoever comes by one sees the page of what is not there.
 * The database has no text with a zero in it, so nothing is called that either.
 */
const leadToNowhere: RequestHandler = (request, response, next) => {
  if (isAddress(request.url)) return next();
  if (!["GET", "HEAD"].includes(request.method)) return notFound(request, response, next);
  request.url = "/not-found";
  request.originalUrl = request.url;
  next();
};

function isAddress(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return !url.includes("%00");
  } catch {
    return false;
  }
}

function answerFailure(log: Logger): express.ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    log.error({ requestId: response.locals.requestId, error }, "a request failed");
    if (response.headersSent) next(error);
    else response.status(500).type("text/plain").send(`500 ${response.locals.requestId}\n`);
  };
}

function queryOf(address: string): URLSearchParams {
  const at = address.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : address.slice(at));
}

function isEventStream(response: express.Response): boolean {
  return String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream");
}

export interface RunningWeb {
  server: Server;
  /** Ends open event streams, waits for answers under way, and cuts what is left after `graceMilliseconds`. */
  stop(graceMilliseconds?: number): Promise<void>;
}

/** Bytes. Whoever pastes a whole page into an address is answered too: ten thousand Korean letters are ninety thousand bytes of it. */
const maxHeaderSize = 128 * 1024;

/** Listens on `port` (0 takes a free one) until `stop()`. */
export async function listen(app: Express, progress: ProgressStream, port: number, host?: string): Promise<RunningWeb> {
  const server = createServer({ maxHeaderSize }, app);
  // Uploads from a phone may take long; headers may not.
  server.requestTimeout = 30 * 60_000;
  server.headersTimeout = 20_000;
  await progress.start();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen({ port, host }, resolve);
  });
  return {
    server,
    async stop(graceMilliseconds = 2_000) {
      const closed = new Promise((resolve) => server.close(resolve));
      await progress.stop();
      // A connection that is kept alive becomes idle only after its answer; once is not enough.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}

function sayAlarm({ code, since }: Alarm): string {
  return `alarm: ${code} since ${since.toISOString()}\n`;
}
