import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { LocaleProvider } from "./ui/plain/locale.tsx";

const locale = document.documentElement.lang === "en" ? "en" : "ko";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LocaleProvider locale={locale}>
        <RemixBrowser />
      </LocaleProvider>
    </StrictMode>,
  );
});
