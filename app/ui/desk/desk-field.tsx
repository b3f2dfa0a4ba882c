import { Select, TextField, type TextFieldProps } from "@shopify/polaris";
import { useState } from "react";

type DeskFieldProps = Omit<TextFieldProps, "value" | "onChange" | "name"> & { name: string; defaultValue?: string };

/** Polaris's text field as a plain form's field: it keeps its own text and is sent under `name`. */
export function DeskField({ defaultValue = "", ...rest }: DeskFieldProps) {
  const [value, setValue] = useState(defaultValue);
  return <TextField {...(rest as TextFieldProps)} value={value} onChange={setValue} />;
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
