import { Form, useSubmit } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { DeskSelect } from "./desk-field.tsx";

interface DeskFilterProps {
  selects: readonly { name: string; label: string; value: string; options: { label: string; value: string }[] }[];
  /** What else stays in the address. */
  kept: Readonly<Record<string, string>>;
  /** On the button for those without script; with it a choice takes effect at once. */
  word: string;
}

export function DeskFilter({ selects, kept, word }: DeskFilterProps) {
  const submit = useSubmit();
  return (
    <Form
      className="desk-filter"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
      preventScrollReset
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {selects.map(({ name, label, value, options }) => (
        <div key={`${name} ${value}`}>
          <DeskSelect name={name} label={label} options={options} defaultValue={value} />
        </div>
      ))}
      <noscript>
        <Button submit>{word}</Button>
      </noscript>
    </Form>
  );
}
