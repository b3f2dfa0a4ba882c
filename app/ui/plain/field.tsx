import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { shellMessages as m } from "#app/messages/shell.ts";
import { Icon } from "./icon.tsx";
import { useSentence } from "./locale.tsx";

interface Words {
  label: string;
  hint?: string | undefined;
  /** What is wrong and what to do, as a whole sentence. */
  error?: string | undefined;
  optional?: boolean;
}

interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Label, hint and error around any control, tied to it for those who don't see them. */
export function FieldFrame({
  label,
  hint,
  error,
  optional,
  children,
}: Words & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const t = useSentence();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="optional">({t(m.optional)})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="cross" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** A labelled input; everything else goes to the `<input>`. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  ...input
}: Words & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input {...input} {...control} required={input.required ?? !optional} />}
    </FieldFrame>
  );
}
