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

interface ButtonLinkProps extends Look {
  to: string;
  /** Where the words alone do not tell one from another. */
  label?: string;
  children: ReactNode;
}

export function ButtonLink({ to, kind, full, label, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={classes({ kind, full })} aria-label={label}>
      {children}
    </Link>
  );
}
