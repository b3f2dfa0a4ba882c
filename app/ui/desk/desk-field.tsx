import { Select, TextField, type TextFieldProps } from "@shopify/polaris";
import { useId, useState } from "react";

type DeskFieldProps = Omit<TextFieldProps, "value" | "onChange" | "name"> & { name: string; defaultValue?: string };

/** A plain form's field: it keeps its own text and is sent under `name`. With `multiline` it has so many lines. */
export function DeskField({ multiline, ...rest }: DeskFieldProps) {
  return typeof multiline === "number" ? <LongText {...rest} lines={multiline} /> : <ShortText {...rest} />;
}

function ShortText({ defaultValue = "", ...rest }: DeskFieldProps) {
  const [value, setValue] = useState(defaultValue);
  return <TextField {...(rest as TextFieldProps)} value={value} onChange={setValue} />;
}

type LongTextProps = Omit<DeskFieldProps, "multiline"> & { lines: number };

/** Not Polaris's: it measures itself after every paint, which took 20 ms of each product that a curator goes on to. */
function LongText({ lines, label, helpText, error, requiredIndicator, ...rest }: LongTextProps) {
  const { name, maxLength, defaultValue, autoComplete } = rest;
  const id = useId();
  return (
    <div className="desk-long-text">
      <label htmlFor={id}>
        {label}
        {requiredIndicator && <span aria-hidden="true"> *</span>}
      </label>
      <textarea
        {...{ id, name, maxLength, defaultValue, autoComplete }}
        rows={lines}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint`}
      />
      <div id={`${id}-hint`}>
        {error && <p className="tone-refused">{error}</p>}
        {helpText && <p className="desk-soft">{helpText}</p>}
      </div>
    </div>
  );
}

interface DeskSelectProps {
  name: string;
  label: string;
  options: { label: string; value: string }[];
  defaultValue?: string;
  error?: string | undefined;
}

export function DeskSelect({ defaultValue, options, ...rest }: DeskSelectProps) {
  const [value, setValue] = useState(defaultValue ?? options[0]?.value ?? "");
  return <Select {...rest} options={options} value={value} onChange={setValue} />;
}
