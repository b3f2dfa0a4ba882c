import { createTransport } from "nodemailer";
import type { MessageProvider, SendAnswer } from "./provider.ts";

export interface SmtpSettings {
  /** smtp:// or smtps:// with user and password. */
  url: string;
  /** `백선 <notice@example.com>` */
  from: string;
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** E-mail. Mail servers cannot be asked what became of a message, so a lost answer stays unknown. */
export function smtpProvider({ url, from }: SmtpSettings): MessageProvider {
  const transport = createTransport(url, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as object);
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return {
    async send({ id, recipient, subject, text }) {
      try {
        const { messageId } = await transport.sendMail({
          from,
          to: recipient,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
        });
        return { outcome: "sent", sentBy: "email", providerId: messageId };
      } catch (error) {
        return judge(error as SmtpError);
      }
    },
    repeatable: () => false,
    lookUp: async () => null,
  };
}

const before = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH\b.*|MAIL FROM|RCPT TO)$/;

/** Before DATA nothing can have gone out; a 5xx is final, a 4xx asks for later; silence after DATA says nothing. */
function judge({ code = "error", command = "", responseCode }: SmtpError): SendAnswer {
  const reason = [code, command, responseCode].filter(Boolean).join(" ");
  const later = { outcome: "not_sent", reason, retryAfterSeconds: 60 } as const;
  if (code === "EAUTH" || code === "EDNS" || code === "ECONNREFUSED") return later;
  if (responseCode && responseCode >= 500) return { outcome: "refused", reason };
  if (responseCode && responseCode >= 400) return later;
  return before.test(command) ? later : { outcome: "unknown", reason };
}
