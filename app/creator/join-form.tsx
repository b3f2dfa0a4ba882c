import { Form } from "@remix-run/react";
import type { Issue } from "#app/domain/issue/issue.ts";
import { loginMessages } from "#app/messages/account.ts";
import { joinMessages as m } from "#app/messages/join.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { IssueList, useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

interface JoinFormProps {
  by: "phone" | "email";
  /** What was refused, and what was typed. */
  refused: { destination: string; issues: Issue[] } | undefined;
}

/** Whoever joins says where the code is to go. */
export function JoinForm({ by, refused: { destination, issues } = { destination: "", issues: [] } }: JoinFormProps) {
  const t = useSentence();
  const errorOf = useFieldError(issues);
  const general = issues.filter(({ path }) => !path.field);
  const field =
    by === "phone"
      ? ({ type: "tel", inputMode: "tel", autoComplete: "tel", hint: t(loginMessages.phoneHint) } as const)
      : ({ type: "email", inputMode: "email", autoComplete: "email" } as const);
  return (
    <Form method="post" className="card stack">
      {general.length > 0 && <IssueList issues={general} />}
      <Field
        {...field}
        name="destination"
        label={t(loginMessages[by])}
        defaultValue={destination}
        error={errorOf("destination")}
      />
      <Button kind="main" full>
        {t(m.send)}
      </Button>
    </Form>
  );
}
