import bcrypt from "bcryptjs";
import { HttpResponse } from "msw";
import { apiError } from "./answers.ts";
import type { NaverWorld } from "./world.ts";

const lifetime = 10_800_000;
const renewalMargin = 30 * 60_000;
const clockTolerance = 5 * 60_000;

/** Form body only: what stands in the address is not read (since February 2025). */
export async function answerToken(world: NaverWorld, request: Request): Promise<Response> {
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  const form = new URLSearchParams(isForm ? await request.text() : "");
  const bad = (name: string, message: string) =>
    apiError(400, "BAD_REQUEST", message, [{ name, type: "NotValid", message }]);

  for (const name of ["client_id", "timestamp", "client_secret_sign", "grant_type", "type"]) {
    if (!form.get(name)) return bad(name, `${name} 항목을 입력해 주세요.`);
  }
  if (form.get("grant_type") !== "client_credentials") return bad("grant_type", "grant_type 항목이 유효하지 않습니다.");
  const type = form.get("type") ?? "";
  if (!["SELF", "SELLER"].includes(type)) return bad("type", "type 항목이 유효하지 않습니다.");
  if (type === "SELLER" && !form.get("account_id")) return bad("account_id", "account_id 항목을 입력해 주세요.");
  const timestamp = Number(form.get("timestamp"));
  if (!(Math.abs(world.now() - timestamp) <= clockTolerance)) {
    return bad("timestamp", "timestamp 항목이 유효하지 않습니다.");
  }
  const { clientId, clientSecret } = world.options;
  const hashed = await bcrypt.hash(`${clientId}_${form.get("timestamp")}`, clientSecret);
  const sign = Buffer.from(hashed).toString("base64");
  if (form.get("client_id") !== clientId || form.get("client_secret_sign") !== sign) {
    return bad("client_secret_sign", "client_secret_sign 항목이 유효하지 않습니다.");
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
