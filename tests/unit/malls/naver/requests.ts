import { naverProductBody } from "#app/channels/naver/map.ts";
import { signTokenRequest } from "#app/channels/naver/signature.ts";
import { naverOrder, type openStore, settings } from "./store.ts";

const { baseUrl, clientId, clientSecret } = settings;

export interface ErrorBody {
  code: string;
  message: string;
  traceId?: string;
  invalidInputs?: { name: string; type: string }[];
}

/** Requests as anybody could send them, without our client. */
export function requestsTo(store: () => ReturnType<typeof openStore>) {
  async function tokenForm(changes: Record<string, string> = {}, at = store().clock.now): Promise<URLSearchParams> {
    return new URLSearchParams({
      client_id: clientId,
      timestamp: String(at),
      client_secret_sign: await signTokenRequest(clientId, clientSecret, at),
      grant_type: "client_credentials",
      type: "SELF",
      ...changes,
    });
  }

  async function askToken(body: BodyInit, query = ""): Promise<Response> {
    return fetch(`${baseUrl}/v1/oauth2/token${query}`, { method: "POST", body });
  }

  async function token(): Promise<string> {
    const answer = (await (await askToken(await tokenForm())).json()) as { access_token: string };
    return answer.access_token;
  }

  async function call(method: string, path: string, body?: object | FormData, bearer?: string): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${bearer ?? (await token())}` };
    if (body && !(body instanceof FormData)) headers["content-type"] = "application/json";
    return fetch(`${baseUrl}${path}`, {
      method,
      headers,
      body: body instanceof FormData ? body : JSON.stringify(body),
    });
  }

  async function readyBody() {
    const order = await naverOrder();
    const urls = await store().connection.uploadPictures(order.pictures);
    return naverProductBody(order, { pictures: urls, detail: urls }, settings, { originCode: null, certificate: null });
  }

  /** The ready body with one place changed; `undefined` takes it away. */
  async function bodyWith(path: string, value: unknown): Promise<object> {
    const body = structuredClone(await readyBody());
    change(body, path, value);
    return body;
  }

  return { tokenForm, askToken, token, call, readyBody, bodyWith };
}

/** Puts a value at a place; `undefined` takes it away. */
export function change(body: object, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place = body as Record<string, unknown>;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
}
