import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "#app/domain/account/actor.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import { saveMarks, saveMarksInput } from "#app/domain/judging/save-marks.ts";
import { allow } from "#app/web/allow.server.ts";
import type { MarksAnswer } from "./marks-outbox.ts";

/** There is nothing to see here: on to the product. */
export const loader = allow(["curator", "office"], ({ params }) => redirect(`/curator/judging/${params.id}`));

/** Marks as they are typed, and the judgement once it is given: plain JSON, so that the page stays as it is whatever the answer. */
export const action = allow(["curator", "office"], async ({ request, database, account, params }) => {
  const form = Object.fromEntries(await request.formData());
  const input = saveMarksInput.safeParse({
    submissionId: params.id,
    versionId: form.versionId,
    marks: readMarks(form.marks),
    ...(typeof form.note === "string" ? { note: form.note } : {}),
  });
  if (!z.uuid().safeParse(params.id).success) throw new Response(null, { status: 404 });
  if (!input.success) return answer({ ok: false, issues: [issue("form.unreadable", { field: "note" })] });
  const actor = { kind: "person", accountId: account.id, role: account.role } as const satisfies Actor;
  const outcome =
    form.intent === "give"
      ? await giveJudgement(database, actor, input.data)
      : await saveMarks(database, actor, input.data);
  return answer(outcome.ok ? { ok: true } : outcome);
});

function readMarks(text: FormDataEntryValue | undefined): unknown {
  try {
    return JSON.parse(String(text ?? "{}"));
  } catch {
    return null;
  }
}

/** A refusal is an answer, not a fault of the request. */
const answer = (said: MarksAnswer) => Response.json(said);
