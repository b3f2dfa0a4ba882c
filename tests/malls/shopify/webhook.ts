import { createHmac } from "node:crypto";

export interface SignedWebhook {
  body: Buffer;
  headers: Record<string, string>;
}

/** What the shop posts of a product, in the form of its former API: nobody else's JSON would write it just so. */
export function signedWebhook(
  topic: "products/create" | "products/update" | "products/delete",
  { remoteId, at = new Date(), title = "참기름" }: { remoteId: string; at?: Date; title?: string },
  secret: string,
): SignedWebhook {
  const rest =
    topic === "products/delete"
      ? ""
      : `,"title":"${title}","tags":"\\u002d, 가","variants":[{"price":"18000"}],"updated_at":"${at.toISOString()}"`;
  const body = Buffer.from(`{ "id":${remoteId}${rest} }\n`);
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": topic,
      "x-shopify-webhook-id": crypto.randomUUID(),
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    },
  };
}
