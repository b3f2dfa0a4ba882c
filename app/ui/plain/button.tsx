import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

interface Look {
  /** One main button a screen. */
  kind?: "main" | "plain" | "danger";
  full?: boolean;
}

function classes({ kind = "plain", full = false }: Look): string {
  return ["button", kind !== "plain" && `button-${kind}`, full && "button-full"].filter(Boolean).join(" ");
}

export function Button({ kind, full, type = "submit", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classes({ kind, full })} {...rest} />;
}

export function ButtonLink({ to, kind, full, children }: Look & { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes({ kind, full })}>
      {children}
    </Link>
  );
}
