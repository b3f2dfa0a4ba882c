import { z } from "zod";
import { cutToBytes, eucKrBytes, toEucKr } from "../text/euc-kr.ts";
import type { MessageProvider, OutgoingMessage, SendAnswer } from "./provider.ts";
import { type SolapiCall, type SolapiCredentials, SolapiError, SolapiSilence, solapiClient } from "./solapi-client.ts";

export interface SolapiSettings extends SolapiCredentials {
  /** Registered sender number, digits only. */
  sender: string;
  /** Kakao channel (pfId); without one everything goes as text. */
  kakaoChannel: string | null;
  /** Our template's key → the id approved for it; a template without one goes as text. */
  templates: Record<string, string>;
}

const smsBytes = 90;
const subjectBytes = 40;
const registered = "2000";
const handedOver = "3000";
const arrived = "4000";

const group = z.object({ groupId: z.string(), status: z.string() });
const code = z.coerce.string();
const addAnswer = z.object({ resultList: z.array(z.object({ messageId: z.string().optional(), statusCode: code })) });
const entry = z.object({
  messageId: z.string(),
  statusCode: code,
  type: z.string().optional(),
  replacement: z.union([z.boolean(), z.number()]).optional(),
});
const listAnswer = z.object({ messageList: z.record(z.string(), entry) });

/** A message waits in a group of its own; a group is sent once, whatever we ask: that makes every step repeatable. */
export function solapiProvider(settings: SolapiSettings): MessageProvider {
  const call = solapiClient(settings);
  return {
    async send(message) {
      let sending = false;
      try {
        const open = message.group ? await resume(call, message.group) : await openGroup(call, message);
        if (open.gone) return { outcome: "refused", reason: "group ended before sending" };
        const added = open.entry ?? (await add(call, open.groupId, message, settings));
        if ("refused" in added) return judgeCode(added.refused);
        if (!open.alreadySent) {
          sending = true;
          await sendGroup(call, open.groupId);
        }
        return { outcome: "sent", sentBy: mediumOf(added), providerId: added.messageId };
      } catch (error) {
        return judgeError(error, sending);
      }
    },
    repeatable: () => true,
    async lookUp(_medium, providerId) {
      try {
        const query = new URLSearchParams({ messageId: providerId });
        const { messageList } = listAnswer.parse(await call("GET", `/messages/v4/list?${query}`));
        const found = messageList[providerId];
        if (!found || found.statusCode === registered || found.statusCode === handedOver) return { outcome: "pending" };
        if (found.statusCode === arrived) return { outcome: "delivered", sentBy: mediumOf(found) };
        return { outcome: "refused", reason: `status ${found.statusCode}` };
      } catch {
        return { outcome: "pending" };
      }
    },
  };
}

interface OpenGroup {
  groupId: string;
  entry: Entry | null;
  alreadySent: boolean;
  gone: boolean;
}
type Entry = z.infer<typeof entry>;

async function openGroup(call: SolapiCall, message: OutgoingMessage): Promise<OpenGroup> {
  const { groupId } = group.parse(
    await call("POST", "/messages/v4/groups", { allowDuplicates: false, customFields: { outbox: message.id } }),
  );
  await message.keepGroup(groupId);
  return { groupId, entry: null, alreadySent: false, gone: false };
}

/** After a kill or a lost answer: what the group holds already is not added again. */
async function resume(call: SolapiCall, groupId: string): Promise<OpenGroup> {
  const path = `/messages/v4/groups/${encodeURIComponent(groupId)}`;
  const { status } = group.parse(await call("GET", path));
  const { messageList } = listAnswer.parse(await call("GET", `${path}/messages`));
  const taken = Object.values(messageList).find(({ statusCode }) => !statusCode.startsWith("1"));
  const alreadySent = status === "SENDING" || status === "COMPLETE";
  return { groupId, entry: taken ?? null, alreadySent, gone: !alreadySent && status !== "PENDING" };
}

/** As 알림톡 where a template is approved; as text where none is, or where it is refused on receipt. */
async function add(
  call: SolapiCall,
  groupId: string,
  message: OutgoingMessage,
  settings: SolapiSettings,
): Promise<Entry | { refused: string }> {
  const kakao = asKakao(message, settings);
  const forms = kakao ? [kakao, asText(message, settings)] : [asText(message, settings)];
  let refused = "";
  for (const form of forms) {
    const path = `/messages/v4/groups/${encodeURIComponent(groupId)}/messages`;
    const [result] = addAnswer.parse(await call("PUT", path, { messages: [form] })).resultList;
    if (result?.statusCode === registered && result.messageId) {
      return { messageId: result.messageId, statusCode: registered, type: form.type };
    }
    refused = result?.statusCode ?? "no result";
    if (refused === noBalance) break;
  }
  return { refused };
}

async function sendGroup(call: SolapiCall, groupId: string): Promise<void> {
  try {
    await call("POST", `/messages/v4/groups/${encodeURIComponent(groupId)}/send`);
  } catch (error) {
    // The first send's answer was lost; this one says that it had worked.
    if (!(error instanceof SolapiError && error.status === 409)) throw error;
  }
}

/** Korean numbers as dialled at home; Solapi wants digits only. */
function dialled(recipient: string): string {
  const rest = recipient.replace(/^\+82/, "");
  return rest === recipient ? recipient.replace(/\D/g, "") : `0${rest}`;
}

function asText({ id, recipient, text, subject }: OutgoingMessage, { sender }: SolapiSettings) {
  const plain = toEucKr(text);
  const long = eucKrBytes(plain) > smsBytes;
  return {
    to: dialled(recipient),
    from: sender,
    text: plain,
    type: long ? "LMS" : "SMS",
    ...(long ? { subject: cutToBytes(toEucKr(subject), subjectBytes) } : {}),
    customFields: { outbox: id },
  };
}

function asKakao(message: OutgoingMessage, settings: SolapiSettings) {
  const { sender, kakaoChannel, templates } = settings;
  const templateId = templates[message.template];
  // Templates are approved in Korean only.
  if (message.medium !== "kakao" || message.locale !== "ko" || !kakaoChannel || !templateId) return null;
  const to = dialled(message.recipient);
  const variables = Object.fromEntries(Object.entries(message.variables).map(([name, value]) => [`#{${name}}`, value]));
  return {
    to,
    from: sender,
    type: "ATA",
    kakaoOptions: { pfId: kakaoChannel, templateId, variables, disableSms: false },
    replacements: [{ from: sender, to, text: toEucKr(message.text) }],
    customFields: { outbox: message.id },
  };
}

function mediumOf({ type, replacement }: Pick<Entry, "type" | "replacement">): "kakao" | "sms" {
  return type === "ATA" && !replacement ? "kakao" : "sms";
}

const noBalance = "1030";

function judgeCode(statusCode: string): SendAnswer {
  const reason = `status ${statusCode}`;
  return statusCode === noBalance
    ? { outcome: "not_sent", reason, retryAfterSeconds: 600 }
    : { outcome: "refused", reason };
}

/** Before the group is sent nothing can have gone out. */
function judgeError(error: unknown, sending: boolean): SendAnswer {
  if (error instanceof SolapiError) {
    const { status, message: reason } = error;
    if (status === 400 || status === 404 || status === 413) return { outcome: "refused", reason };
    // Credentials, balance and rate limits are put right by people or by time.
    return { outcome: "not_sent", reason, retryAfterSeconds: status === 429 ? 30 : 300 };
  }
  const reason = error instanceof SolapiSilence ? error.message : "answer not understood";
  if (!(error instanceof SolapiSilence || error instanceof z.ZodError)) throw error;
  return sending ? { outcome: "unknown", reason } : { outcome: "not_sent", reason, retryAfterSeconds: 30 };
}
