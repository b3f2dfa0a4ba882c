import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";

/*
 * A strict stand-in of S3: the calls that a blob store makes, with Amazon's signature (version 4), its checks of bodies, conditional
 * writes and the rules of multipart uploads. Keeps everything in memory.
 */

export interface S3Server {
  endpoint: string;
  credentials: { bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
  objects: Map<string, S3Object>;
  /** Uploads in parts that were begun and neither completed nor given up. */
  openUploads(): number;
  /** The next requests end so: the connection cut in the middle of the answer, or an answer of that status. */
  fail(...kinds: ("cut" | 500 | 503)[]): void;
  /** Every request as `PUT originals/…`, in order. */
  requests: string[];
  close(): Promise<void>;
}

export interface S3Object {
  bytes: Buffer;
  metadata: Record<string, string>;
}

interface PartialUpload {
  key: string;
  metadata: Record<string, string>;
  parts: Map<number, Buffer>;
}

const smallestPart = 5 * 1024 * 1024;
const credentials = {
  bucket: "baekseon",
  region: "ap-northeast-2",
  accessKeyId: "AKIASTANDIN",
  secretAccessKey: "stand-in-secret",
};

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export async function openS3Server(): Promise<S3Server> {
  const objects = new Map<string, S3Object>();
  const uploads = new Map<string, PartialUpload>();
  const failures: ("cut" | 500 | 503)[] = [];
  const requests: string[] = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://s3");
    const key = decodeURIComponent(url.pathname.slice(credentials.bucket.length + 2));
    requests.push(`${request.method} ${key}${url.search}`);
    const body = await buffer(request).catch(() => null);
    if (!body) return;
    const failure = failures.shift();
    if (failure === "cut") return void request.socket.destroy();
    try {
      if (failure) throw new Refusal(failure, failure === 503 ? "SlowDown" : "InternalError");
      if (!url.pathname.startsWith(`/${credentials.bucket}/`)) throw new Refusal(404, "NoSuchBucket");
      requireSignature(request, url, body);
      requireChecksum(request, body);
      answer({ request, response, url, key, body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const xml = `<?xml version="1.0"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
      response.writeHead(error.status, { "content-type": "application/xml" }).end(request.method === "HEAD" ? "" : xml);
    }
  });

  interface Call {
    request: IncomingMessage;
    response: ServerResponse;
    url: URL;
    key: string;
    body: Buffer;
  }

  function answer(call: Call): void {
    const { method = "" } = call.request;
    const { searchParams } = call.url;
    const id = searchParams.get("uploadId");
    if (method === "POST" && searchParams.has("uploads")) beginUpload(call);
    else if (method === "POST" && id) completeUpload(call, id);
    else if (method === "PUT" && id) putPart(call, id);
    else if (method === "PUT") putObject(call);
    else if (method === "DELETE") remove(call, id);
    else if (method === "GET" || method === "HEAD") read(call);
    else throw new Refusal(405, "MethodNotAllowed");
  }

  function putPart({ response, url, body }: Call, id: string): void {
    uploadNamed(id).parts.set(Number(url.searchParams.get("partNumber")), body);
    response.writeHead(200, { etag: etagOf(body) }).end();
  }

  function putObject({ request, response, key, body }: Call): void {
    put(request, key, { bytes: body, metadata: metadataOf(request) });
    response.writeHead(200, { etag: etagOf(body) }).end();
  }

  function remove({ response, key }: Call, uploadId: string | null): void {
    if (uploadId) uploads.delete(uploadId);
    else objects.delete(key);
    response.writeHead(204).end();
  }

  function put(request: IncomingMessage, key: string, object: S3Object): void {
    const condition = request.headers["if-none-match"];
    if (condition !== undefined && condition !== "*") throw new Refusal(501, "NotImplemented");
    if (condition === "*" && objects.has(key)) throw new Refusal(412, "PreconditionFailed");
    objects.set(key, object);
  }

  function read({ request, response, key }: Call): void {
    const object = objects.get(key);
    if (!object) throw new Refusal(404, request.method === "HEAD" ? "NotFound" : "NoSuchKey");
    const [, from = "", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const end = to === "" ? object.bytes.length - 1 : Math.min(Number(to), object.bytes.length - 1);
    if (from !== "" && Number(from) >= object.bytes.length) throw new Refusal(416, "InvalidRange");
    const bytes = from === "" ? object.bytes : object.bytes.subarray(Number(from), end + 1);
    const metadata = Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
    const range = from === "" ? {} : { "content-range": `bytes ${from}-${end}/${object.bytes.length}` };
    const headers = { ...Object.fromEntries(metadata), ...range, etag: etagOf(object.bytes) };
    response.writeHead(from === "" ? 200 : 206, { ...headers, "content-length": bytes.length });
    response.end(request.method === "HEAD" ? "" : bytes);
  }

  function beginUpload({ request, response, key }: Call): void {
    const id = randomUUID();
    uploads.set(id, { key, metadata: metadataOf(request), parts: new Map() });
    const xml = `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
    response.writeHead(200, { "content-type": "application/xml" }).end(xml);
  }

  function completeUpload({ request, response, body }: Call, id: string): void {
    const { key, metadata, parts } = uploadNamed(id);
    const listed = [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
      number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
      etag: /<ETag>(.*?)</.exec(part)?.[1]?.replaceAll("&quot;", '"'),
    }));
    const pieces = listed.map(({ number, etag }, index) => {
      const piece = parts.get(number);
      if (!piece || etagOf(piece) !== etag) throw new Refusal(400, "InvalidPart");
      if (number !== index + 1) throw new Refusal(400, "InvalidPartOrder");
      if (piece.length < smallestPart && index < listed.length - 1) throw new Refusal(400, "EntityTooSmall");
      return piece;
    });
    put(request, key, { bytes: Buffer.concat(pieces), metadata });
    uploads.delete(id);
    const xml = `<CompleteMultipartUploadResult><ETag>${id}</ETag></CompleteMultipartUploadResult>`;
    response.writeHead(200, { "content-type": "application/xml" }).end(xml);
  }

  function uploadNamed(id: string): PartialUpload {
    const upload = uploads.get(id);
    if (!upload) throw new Refusal(404, "NoSuchUpload");
    return upload;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials,
    objects,
    openUploads: () => uploads.size,
    fail: (...kinds) => void failures.push(...kinds),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function etagOf(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

function metadataOf({ headers }: IncomingMessage): Record<string, string> {
  const prefix = "x-amz-meta-";
  const named = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}

/** Amazon's signature of the request, made anew with the same secret. */
function requireSignature(request: IncomingMessage, url: URL, body: Buffer): void {
  const { authorization = "" } = request.headers;
  const [, scope = "", signed = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  const [day = "", region = "", service = ""] = scope.split("/");
  if (!authorization.includes(`Credential=${credentials.accessKeyId}/`)) throw new Refusal(403, "InvalidAccessKeyId");
  if (region !== credentials.region || service !== "s3") throw new Refusal(400, "AuthorizationHeaderMalformed");

  const time = String(request.headers["x-amz-date"] ?? "");
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - at) < 15 * 60_000)) throw new Refusal(403, "RequestTimeTooSkewed");
  const content = String(request.headers["x-amz-content-sha256"] ?? "");
  if (content !== sha256(body)) throw new Refusal(400, "XAmzContentSHA256Mismatch");

  const names = signed.split(";");
  const mustBeSigned = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-") || name === "host");
  if (mustBeSigned.some((name) => !names.includes(name))) throw new Refusal(403, "AccessDenied");
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`).join("");
  const canonical = [request.method, url.pathname, query, headers, signed, content].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(Buffer.from(canonical))].join("\n");
  const key = [day, region, service, "aws4_request"].reduce(
    (secret: Buffer, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  const expected = createHmac("sha256", key).update(text).digest("hex");
  if (signature !== expected) throw new Refusal(403, "SignatureDoesNotMatch");
}

/** What a body brings as its checksum must be its checksum, and a body must bring one. */
function requireChecksum({ method, url = "", headers }: IncomingMessage, body: Buffer): void {
  const wants = method === "PUT";
  const sums: Record<string, () => string> = {
    "x-amz-checksum-sha256": () => createHash("sha256").update(body).digest("base64"),
    "x-amz-checksum-crc32": () => {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(body));
      return sum.toString("base64");
    },
  };
  const brought = Object.keys(sums).filter((name) => headers[name] !== undefined);
  // A part's own checksum may be repeated when the upload is completed, over other bytes.
  if (wants && brought.length === 0) throw new Refusal(400, "MissingChecksum");
  if (wants && !url.includes("uploads") && brought.some((name) => headers[name] !== sums[name]?.())) {
    throw new Refusal(400, "BadDigest");
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
