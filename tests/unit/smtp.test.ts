import { createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { smtpProvider } from "#app/services/messages/smtp.ts";

type Answers = Partial<Record<"greeting" | "MAIL" | "RCPT" | "DATA" | "body", string | "silence">>;

/** Says what it is told at each step of SMTP; `silence` hangs up instead. */
async function mailServer(answers: Answers = {}) {
  const bodies: string[] = [];
  const server = createServer((socket) => {
    const say = (step: keyof Answers, otherwise: string) => hangUpOrSay(socket, answers[step] ?? otherwise);
    let body: string | null = null;
    let rest = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (body !== null) {
          if (line !== ".") body += `${line}\n`;
          else {
            bodies.push(body);
            body = null;
            say("body", "250 kept");
          }
        } else if (line.startsWith("DATA")) {
          body = answers.DATA ? null : "";
          say("DATA", "354 go on");
        } else if (line.startsWith("MAIL")) say("MAIL", "250 ok");
        else if (line.startsWith("RCPT")) say("RCPT", "250 ok");
        else if (line === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
    say("greeting", "220 here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return { url: `smtp://127.0.0.1:${address.port}`, bodies };
}

function hangUpOrSay(socket: Socket, answer: string): void {
  if (answer === "silence") socket.destroy();
  else socket.write(`${answer}\r\n`);
}

const send = (url: string) =>
  smtpProvider({ url, from: "백선 <notice@baekseon.example>" }).send({
    id: "one",
    medium: "email",
    recipient: "kim@example.com",
    template: "login_code",
    locale: "ko",
    subject: "백선 인증번호",
    text: "인증번호 123456",
    variables: {},
    group: null,
    keepGroup: async () => {},
  });

describe("e-mail", () => {
  it("is handed to the mail server under the message's own id", async () => {
    const { url, bodies } = await mailServer();
    expect(await send(url)).toEqual({ outcome: "sent", sentBy: "email", providerId: "<one@baekseon.example>" });
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain("Message-ID: <one@baekseon.example>");
  });

  it.each([
    ["nobody answers", { greeting: "silence" }, "not_sent"],
    ["the server is busy", { greeting: "421 later" }, "not_sent"],
    ["the sender is refused", { MAIL: "550 no" }, "refused"],
    ["the address does not exist", { RCPT: "550 no such user" }, "refused"],
    ["the address is greylisted", { RCPT: "451 later" }, "not_sent"],
    ["the text is refused", { body: "554 spam" }, "refused"],
    ["the server is full", { body: "452 later" }, "not_sent"],
    ["the line breaks after the text", { body: "silence" }, "unknown"],
  ] as const)("when %s", async (_, answers, outcome) => {
    const { url } = await mailServer(answers);
    expect(await send(url)).toMatchObject({ outcome });
  });

  it("says when there is no mail server", async () => {
    expect(await send("smtp://127.0.0.1:1")).toMatchObject({
      outcome: "not_sent",
      reason: expect.stringMatching(/ECONNREFUSED|ESOCKET/),
    });
  });
});
