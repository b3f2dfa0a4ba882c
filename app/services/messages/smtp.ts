import type { Transporter } from "nodemailer";
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
  let opened: Promise<Transporter> | undefined;
  const open = () => {
    opened ??= openTransport(url);
    return opened;
  };
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return {
    async send({ id, recipient, subject, text }) {
      const transport = await open();
      try {
        // nodemailer does not tell a line that broke before the text from one that broke after it: try the door first.
        await transport.verify();
      } catch (error) {
        return { outcome: "not_sent", reason: reasonOf(error as SmtpError), retryAfterSeconds: 60 };
      }
      try {
        const content = { from, to: recipient, subject, text, messageId: `<${id}@${domain}>` };
        const { messageId } = await transport.sendMail(content);
        return { outcome: "sent", sentBy: "email", providerId: messageId };
      } catch (error) {
        return judge(error as SmtpError);
      }
    },
    repeatable: () => false,
    lookUp: async () => null,
  };
}

/** Loaded with the first message: it takes a tenth of a second that no start of a process should wait for. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  return createTransport(url, limits as object);
}

/** The server's 5xx is final, its 4xx asks for later; silence says nothing. */
function judge(error: SmtpError): SendAnswer {
  const { responseCode = 0 } = error;
  const reason = reasonOf(error);
  if (responseCode >= 500) return { outcome: "refused", reason };
  if (responseCode >= 400) return { outcome: "not_sent", reason, retryAfterSeconds: 60 };
  return { outcome: "unknown", reason };
}

function reasonOf({ code = "error", command, responseCode }: SmtpError): string {
  return [code, command, responseCode].filter(Boolean).join(" ");
}
