import { HttpResponse } from "msw";

/** The mall's one shape of a refusal. */
export function apiError(status: number, message: string): Response {
  return HttpResponse.json({ error: { code: status, message, more_info: {} } }, { status });
}
