import { useActionData, useLocation } from "@remix-run/react";
import { useRef } from "react";

/**
 * What this page's form was answered, until the page is left or a form of it is sent again: a page that loads its data anew meanwhile forgets
 * it otherwise, before everybody has read it.
 */
export function useAnswer<Action>(): ReturnType<typeof useActionData<Action>> {
  const answer = useActionData<Action>();
  const { key } = useLocation();
  const last = useRef({ key, answer });
  if (answer !== undefined) last.current = { key, answer };
  return last.current.key === key ? last.current.answer : undefined;
}
