import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { MallWebhook } from "#app/channels/contract.ts";
import { shopifySettings } from "./settings.ts";

/** A deleted product tells its number and nothing else. */
const product = z.object({ id: z.number().int(), updated_at: z.iso.datetime({ offset: true }).optional() });

const followed = ["products/update", "products/delete"];

/** A message may come twice, late and out of order: it only says that a product is worth a look. */
export const shopifyWebhook: MallWebhook = {
  secret: shopifySettings.webhookSecret.variable,
  how: {
    ko: "쇼피파이에서 누가 상품을 바꾸거나 지우면 바로 알 수 있어요. 쇼피파이 관리 화면의 설정 → 알림 → 웹훅에서 ‘상품 업데이트’와 ‘상품 삭제’를 JSON 형식으로 만들고, 주소에 {address} 를 적어 주세요. 그 화면에 보이는 서명 비밀은 위의 ‘웹훅 서명 비밀’에 적어 주세요.",
    en: "You learn at once when somebody changes or deletes a product at Shopify. In Shopify’s own office, under Settings → Notifications → Webhooks, make “Product update” and “Product deletion” in JSON for the address {address}, and enter the signing secret that is shown there above.",
  },
  read({ body, header }, secret) {
    const given = Buffer.from(header("x-shopify-hmac-sha256") ?? "", "base64");
    const ours = createHmac("sha256", secret).update(body).digest();
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
    if (!followed.includes(header("x-shopify-topic") ?? "")) return { about: null };
    const told = product.safeParse(readJson(body));
    if (!told.success) return { about: null };
    const { id, updated_at } = told.data;
    return { about: { remoteId: String(id), at: updated_at ? new Date(updated_at) : null } };
  },
};

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
