import express, { type Request, type RequestHandler } from "express";
import { mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { isOwnShop, mallOf } from "#app/domain/channel/channel-key.ts";
import { readConnection } from "#app/domain/channel/mall-connection.ts";
import { compareTold } from "#app/domain/drift/compare-told.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import type { House } from "./load-context.ts";

/** Takes what malls tell by themselves, at an address that ends in the channel's key. Nobody waits: what follows is a job. */
export function mallWebhooks(house: Pick<House, "database" | "config">): RequestHandler {
  // A signature is of the bytes as they came.
  const readBytes = express.raw({ type: () => true, inflate: false, limit: "1mb" });
  return (request, response, next) => {
    readBytes(request, response, (unread?: { status?: number }) => {
      if (unread) return response.status(unread.status ?? 400).end();
      take(house, request)
        .then((status) => response.status(status).end())
        .catch(next);
    });
  };
}

/** The status to answer with: a mall sends again whatever is not 2xx. */
async function take({ database, config }: Pick<House, "database" | "config">, request: Request): Promise<number> {
  const channelKey = request.params.channel ?? "";
  const key = mallKeys.find((one) => one === mallOf(channelKey));
  const webhook = key && malls[key].webhook;
  if (!webhook) return 404;
  const { values } = await readConnection(database, createSeal(config.secretsKeys), channelKey);
  const secret = (isOwnShop(channelKey) ? values : { ...config.mallVariables, ...values })[webhook.secret];
  if (!secret) return 404;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const told = webhook.read({ body, header: (name) => request.get(name) }, secret);
  if (!told) return 401;
  if (told.about) await compareTold(database, { channelKey, ...told.about });
  return 200;
}
