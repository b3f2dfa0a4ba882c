import { redirect } from "@remix-run/node";
import { allow } from "#app/web/allow.server.ts";
import { draftPath } from "./draft-path.ts";
import { openOwnDraft } from "./own-draft.server.ts";

/** Goes on where the merchant has stopped: at the first question without an answer. */
export const loader = allow(["merchant"], async ({ account, database, params }) => {
  const { id, cells, steps } = await openOwnDraft(database, account, params.id);
  const next = steps.find(({ key, part, state, issues }) =>
    part === "photos"
      ? // One that is still being looked at needs nobody.
        issues.some(({ severity, code }) => severity === "error" && code !== "draft.photo_waiting")
      : state === "wrong" || cells[key] === undefined,
  );
  return redirect(draftPath(id, next?.key ?? "review"));
});
