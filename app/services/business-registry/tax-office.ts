import { z } from "zod";
import type { BusinessRegistry, RegisteredStatus, RegistryAnswer } from "./business-registry.ts";

export interface TaxOfficeSettings {
  /** Without a slash at its end. */
  baseUrl: string;
  /** As the portal shows it, encoded or decoded. */
  key: string;
}

const timeLimit = 10_000;

const answer = z.object({
  status_code: z.literal("OK"),
  data: z.array(z.object({ b_no: z.string(), b_stt_cd: z.string() })),
});

const statuses: Readonly<Record<string, RegisteredStatus>> = {
  "01": "active",
  "02": "suspended",
  "03": "closed",
  // A number that it does not know comes back without a status.
  "": "unregistered",
};

/** The open status service of the National Tax Service (국세청 사업자등록정보 상태조회). */
export function taxOffice({ baseUrl, key }: TaxOfficeSettings): BusinessRegistry {
  const authorization = `Infuser ${key.includes("%") ? decodeURIComponent(key) : key}`;
  return {
    async findStatus(businessNumber) {
      let response: Response;
      let body: unknown;
      try {
        response = await fetch(`${baseUrl}/status`, {
          method: "POST",
          headers: { Authorization: authorization, "Content-Type": "application/json", Accept: "application/json" },
          body: JSON.stringify({ b_no: [businessNumber] }),
          redirect: "error",
          signal: AbortSignal.timeout(timeLimit),
        });
        body = await response.json().catch(() => null);
      } catch (error) {
        return unanswered(error instanceof Error ? error.name : "no answer", true);
      }
      if (!response.ok) return refusal(response.status, body);
      const read = answer.safeParse(body);
      const entry = read.data?.data.find(({ b_no }) => b_no === businessNumber);
      const status = entry && statuses[entry.b_stt_cd];
      return status ? { outcome: "answered", status } : unanswered("an answer of another form", false);
    },
  };
}

function refusal(status: number, body: unknown): RegistryAnswer {
  const { code, status_code: statusCode } = (body ?? {}) as { code?: unknown; status_code?: unknown };
  return unanswered(`${status} ${statusCode ?? code ?? ""}`.trim(), status === 429 || status >= 500);
}

function unanswered(reason: string, askAgain: boolean): RegistryAnswer {
  return { outcome: "unanswered", reason, askAgain };
}
