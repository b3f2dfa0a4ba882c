import type { RequestHandler } from "express";

/** Scripts need this answer's nonce; Polaris sets style attributes, never style elements. */
export function contentSecurityPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Expects `response.locals.nonce`. */
export function securityHeaders(https: boolean): RequestHandler {
  return (_request, response, next) => {
    response.set({
      "Content-Security-Policy": contentSecurityPolicy(response.locals.nonce, https),
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    });
    if (https) response.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
