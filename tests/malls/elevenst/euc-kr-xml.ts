import iconv from "iconv-lite";
import { HttpResponse } from "msw";
import { readXml, textTag, type XmlElement } from "#app/services/xml/xml-tree.ts";

const namespace = 'xmlns:ns2="http://skt.tmall.business.openapi.spring.service.client.domain/"';

/** Null: some bytes are not KS X 1001 (the extension of Windows included). */
export function decode(bytes: Uint8Array): string | null {
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    if (first < 0xa1 || first > 0xfe || second < 0xa1 || second > 0xfe) return null;
    at += 1;
  }
  return iconv.decode(Buffer.from(bytes), "euc-kr");
}

export function parse(text: string): XmlElement | null {
  try {
    return readXml(text);
  } catch {
    return null;
  }
}

/** Answers carry a namespace, and mostly HTTP 200 whatever they say. */
export function xmlAnswer(name: string, content: string, status = 200): Response {
  const document = `<?xml version="1.0" encoding="euc-kr" standalone="yes"?><ns2:${name} ${namespace}>${content}</ns2:${name}>`;
  return HttpResponse.arrayBuffer(new Uint8Array(iconv.encode(document, "euc-kr")).buffer, {
    status,
    headers: { "content-type": "text/xml;charset=EUC-KR" },
  });
}

export function clientMessage(code: string, message: string, productNo?: string): Response {
  const number = productNo === undefined ? "" : textTag("productNo", productNo);
  return xmlAnswer("ClientMessage", `${textTag("message", message)}${number}${textTag("resultCode", code)}`);
}

export function authMessage(code: string, message: string): Response {
  return xmlAnswer("AuthMessage", `${textTag("resultCode", code)}${textTag("message", message)}`);
}
