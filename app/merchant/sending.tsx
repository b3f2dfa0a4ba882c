import { useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/plain/button.tsx";

/** A form is sent once, however often its button is pressed. */
export function Sending({
  intent,
  ...rest
}: { intent: string } & Omit<Parameters<typeof Button>[0], "name" | "value">) {
  const { state } = useNavigation();
  return <Button name="intent" value={intent} aria-disabled={state !== "idle"} {...rest} />;
}
