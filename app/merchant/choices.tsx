import { useId } from "react";
import { Icon } from "#app/ui/plain/icon.tsx";

interface ChoicesProps {
  name: string;
  label: string;
  options: readonly { value: string; word: string; hint?: string | undefined }[];
  chosen: string | undefined;
  error?: string | undefined;
}

/** One of a few, each as large as a finger. */
export function Choices({ name, label, options, chosen, error }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ value, word, hint }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>
            <strong>{word}</strong>
            {hint && <span className="soft">{hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="cross" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
