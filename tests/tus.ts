import { type ClientRequest, request as httpRequest } from "node:http";

/** Somebody's side of the tus protocol, as plain requests. */
export function tusCaller(base: string, cookie: string) {
  const headers = { cookie, origin: base, "tus-resumable": "1.0.0" };
  const metadata = (name: string) => `filename ${Buffer.from(name).toString("base64")}`;
  const patchHeaders = (offset: number) => ({
    ...headers,
    "upload-offset": String(offset),
    "content-type": "application/offset+octet-stream",
  });
  return {
    /** Announces a file; `url` is where its bytes go. */
    async announce(name: string, bytes: number) {
      const answer = await fetch(`${base}/uploads`, {
        method: "POST",
        headers: { ...headers, "upload-length": String(bytes), "upload-metadata": metadata(name) },
      });
      const url = new URL(answer.headers.get("location") ?? "/none", base).href;
      return { status: answer.status, url, id: url.split("/").at(-1) ?? "", said: await answer.text() };
    },
    async send(url: string, offset: number, body: Uint8Array<ArrayBuffer>) {
      const answer = await fetch(url, { method: "PATCH", headers: patchHeaders(offset), body });
      await answer.text();
      return { status: answer.status, offset: Number(answer.headers.get("upload-offset")) };
    },
    /** Begins to send and leaves the connection open: end or destroy it. */
    sendSlowly(url: string, offset: number, length: number): ClientRequest {
      const open = httpRequest(url, {
        method: "PATCH",
        headers: { ...patchHeaders(offset), "content-length": length },
      });
      open.on("error", () => undefined);
      return open;
    },
    /** How much is there; null when nothing is. */
    async offset(url: string): Promise<number | null> {
      const answer = await fetch(url, { method: "HEAD", headers });
      return answer.status === 200 ? Number(answer.headers.get("upload-offset")) : null;
    },
    async remove(url: string): Promise<number> {
      return (await fetch(url, { method: "DELETE", headers })).status;
    },
    /** Begins an import; gives the address it leads to. */
    async begin(ids: string[]): Promise<string> {
      const answer = await fetch(`${base}/merchant/imports/new`, {
        method: "POST",
        headers: { cookie, origin: base },
        body: new URLSearchParams(ids.map((id) => ["upload", id])),
        redirect: "manual",
      });
      await answer.text();
      return answer.headers.get("location") ?? `status ${answer.status}`;
    },
  };
}
