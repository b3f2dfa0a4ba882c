import iconv from "iconv-lite";
import type { SolapiStandInOptions } from "./solapi-stand-in.ts";

export interface StandInMessage {
  to: string;
  from?: string;
  text?: string;
  subject?: string;
  type?: "SMS" | "LMS" | "ATA";
  kakaoOptions?: { pfId?: string; templateId?: string; variables?: Record<string, string>; disableSms?: boolean };
  replacements?: { from: string; to: string; text: string }[];
  customFields?: Record<string, string>;
}

export interface StandInTemplate {
  id: string;
  status: "APPROVED" | "PENDING" | "REJECTED";
  /** Names as in `#{이름}`. */
  variables: string[];
}

/** The status code with which Solapi refuses a message on receipt, or null. */
export function refuseMessage(message: StandInMessage, options: SolapiStandInOptions): string | null {
  const { senders, blocked = [], balance } = options;
  if (!/^\d{8,11}$/.test(message.to)) return "1011";
  if (blocked.includes(message.to)) return "1061";
  if (balance === 0) return "1030";
  if (message.from !== undefined && !senders.includes(message.from)) return "1062";
  const fields = Object.entries(message.customFields ?? {});
  if (fields.some(([key, value]) => typeof value !== "string" || key.length > 30 || value.length > 100)) return "1011";
  return message.type === "ATA" ? refuseKakao(message, options) : refuseText(message);
}

function refuseText({ from, text, subject, type }: StandInMessage): string | null {
  if (!from || !text) return "1010";
  const bytes = bytesOf(text);
  if (bytes === null) return "1029";
  const detected = type ?? (bytes > 90 || subject ? "LMS" : "SMS");
  if (detected !== "SMS" && detected !== "LMS") return "1025";
  if (detected === "SMS" && subject !== undefined) return "1013";
  if (bytes > (detected === "SMS" ? 90 : 2000)) return "1031";
  const subjectBytes = bytesOf(subject ?? "");
  if (subjectBytes === null) return "1029";
  return subjectBytes > 40 ? "1014" : null;
}

function refuseKakao(message: StandInMessage, { kakaoChannel, templates }: SolapiStandInOptions): string | null {
  const {
    kakaoOptions: { pfId, templateId, variables = {}, disableSms } = {},
    text,
    from,
    replacements = [],
  } = message;
  if (pfId !== kakaoChannel) return "1041";
  const template = templates.find(({ id }) => id === templateId);
  if (template?.status !== "APPROVED") return "1042";
  const given = Object.keys(variables).sort();
  const asked = template.variables.map((name) => `#{${name}}`).sort();
  const mixed = text !== undefined && given.length > 0;
  if (mixed || given.some((name) => name.includes(".")) || given.join() !== asked.join()) return "1043";
  if (Object.values(variables).some((value) => typeof value !== "string")) return "1011";
  if (!disableSms && !from) return "1010";
  return replacements.some((one) => bytesOf(one.text) === null) ? "1029" : null;
}

/** Bytes in EUC-KR proper; null when a character lies outside it. */
function bytesOf(text: string): number | null {
  let bytes = 0;
  for (const character of text) {
    const encoded = iconv.encode(character, "euc-kr");
    const ascii = character.charCodeAt(0) < 0x80;
    if (!ascii && !(encoded.length === 2 && encoded.every((byte) => byte >= 0xa1))) return null;
    bytes += encoded.length;
  }
  return bytes;
}
