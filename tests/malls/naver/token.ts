import bcrypt from "bcryptjs";
import { HttpResponse } from "msw";
import { refuse } from "./refusals.ts";
import type { NaverWorld } from "./world.ts";

const lifetime = 10_800_000;
const renewalMargin = 30 * 60_000;
const clockTolerance = 5 * 60_000;

/** Form body only: what stands in the address is not read (since February 2025). */
export async function answerToken(world: NaverWorld, request: Request): Promise<Response> {
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  const form = new URLSearchParams(isForm ? await request.text() : "");
  const wanted = ["client_id", "timestamp", "client_secret_sign", "grant_type", "type"];
  if (form.get("type") === "SELLER") wanted.push("account_id");
  const leftOut = wanted.find((name) => !form.get(name));
  if (leftOut) return refuse("a field of the form left out", leftOut, leftOut);
  if (form.get("grant_type") !== "client_credentials") return refuse("another grant");
  if (!["SELF", "SELLER"].includes(form.get("type") ?? "")) return refuse("another kind of seller");
  const timestamp = Number(form.get("timestamp"));
  if (!(Math.abs(world.now() - timestamp) <= clockTolerance)) return refuse("a signature of another time");
  const { clientId, clientSecret } = world.options;
  const hashed = await bcrypt.hash(`${clientId}_${form.get("timestamp")}`, clientSecret);
  const sign = Buffer.from(hashed).toString("base64");
  if (form.get("client_id") !== clientId || form.get("client_secret_sign") !== sign) {
    return refuse("a wrong signature");
  }
  return HttpResponse.json(currentToken(world));
}

/** The same token while 30 minutes or more are left, then another; the old one works until it ends. */
function currentToken(world: NaverWorld) {
  const now = world.now();
  let token = world.token;
  if (!token || token.endsAt - now < renewalMargin) {
    token = { value: crypto.randomUUID().replaceAll("-", ""), endsAt: now + lifetime };
    world.token = token;
    world.tokens.set(token.value, token.endsAt);
  }
  const secondsLeft = Math.floor((token.endsAt - now) / 1000);
  return { access_token: token.value, expires_in: secondsLeft, token_type: "Bearer" };
}
