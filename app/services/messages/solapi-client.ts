import { createHmac, randomBytes } from "node:crypto";

export interface SolapiCredentials {
  baseUrl: string;
  apiKey: string;
  apiSecret: string;
}

/** The gateway answered, and it was no. */
export class SolapiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

/** No answer, or none that can be read: it may have happened. */
export class SolapiSilence extends Error {}

export type SolapiCall = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<unknown>;

/**
 * Never repeats by itself: the vendor's own library does so on a reset connection, also for sending, and then a message
 * goes out twice. @throws SolapiError @throws SolapiSilence
 */
export function solapiClient({ baseUrl, apiKey, apiSecret }: SolapiCredentials): SolapiCall {
  return async (method, path, body) => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { Authorization: authorization(apiKey, apiSecret), "Content-Type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
      text = await response.text();
    } catch (error) {
      throw new SolapiSilence(error instanceof Error ? error.name : "no answer");
    }
    const answer = parse(text);
    if (response.ok && answer !== undefined) return answer;
    if (response.status >= 500 || response.ok) throw new SolapiSilence(`status ${response.status}`);
    const code = (answer as { errorCode?: unknown } | undefined)?.errorCode;
    throw new SolapiError(response.status, typeof code === "string" ? code : "unnamed");
  };
}

/** One signature is accepted once, so every call has its own salt. */
function authorization(apiKey: string, apiSecret: string): string {
  const date = new Date().toISOString();
  const salt = randomBytes(16).toString("hex");
  const signature = createHmac("sha256", apiSecret)
    .update(date + salt)
    .digest("hex");
  return `HMAC-SHA256 apiKey=${apiKey}, date=${date}, salt=${salt}, signature=${signature}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
