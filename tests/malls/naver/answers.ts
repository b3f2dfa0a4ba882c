import { HttpResponse } from "msw";

/** One entry of `invalidInputs`; the name is a dotted path into the body. */
export interface Complaint {
  name: string;
  type: string;
  message: string;
}

const trace = () => crypto.randomUUID().replaceAll("-", "");

/** Dates of this API are written with the Korean offset. */
export function koreanTime(milliseconds: number): string {
  return new Date(milliseconds + 9 * 3_600_000).toISOString().replace("Z", "+09:00");
}

/** The gateway's own shape: no `invalidInputs`. */
export function gatewayError(status: number, code: string, message: string) {
  return HttpResponse.json({ code, message, timestamp: koreanTime(Date.now()), traceId: trace() }, { status });
}

/** The API server's shape; the mall sometimes leaves `invalidInputs` out, and then only the message tells. */
export function apiError(status: number, code: string, message: string, invalidInputs?: Complaint[]) {
  const body = { code, message, ...(invalidInputs ? { invalidInputs } : {}), timestamp: koreanTime(Date.now()) };
  return HttpResponse.json(body, { status });
}
