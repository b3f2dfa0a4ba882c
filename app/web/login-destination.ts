import type { z } from "zod";
import { type CodeDestination, codeDestination } from "#app/domain/account/entry.ts";
import { readCookie } from "./cookies.ts";

/** Between asking for a code and typing it; a cookie keeps the number out of addresses and logs. */
const seconds = 10 * 60;

const nameOf = (secure: boolean) => (secure ? "__Host-login" : "login");

export function destinationCookie(destination: z.input<typeof codeDestination>, secure: boolean): string {
  return write(Buffer.from(JSON.stringify(destination)).toString("base64url"), seconds, secure);
}

export function endedDestinationCookie(secure: boolean): string {
  return write("", 0, secure);
}

export function readDestinationCookie(header: string | null, secure: boolean): CodeDestination | null {
  const value = readCookie(header, nameOf(secure));
  if (!value) return null;
  try {
    return codeDestination.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  } catch {
    return null;
  }
}

function write(value: string, maxAge: number, secure: boolean): string {
  return `${nameOf(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
}
