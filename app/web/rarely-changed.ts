import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For who is logged in and in which language they read: going from page to page changes neither, so nobody waits for it. Forms and
 * whoever asks for the same page again have it looked up.
 */
export const rarelyChanged: ShouldRevalidateFunction = ({ formMethod, currentUrl, nextUrl }) =>
  formMethod !== undefined || currentUrl.pathname === nextUrl.pathname;
