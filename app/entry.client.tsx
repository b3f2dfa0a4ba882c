import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { LocaleProvider } from "./ui/plain/locale.tsx";

const locale = document.documentElement.lang === "en" ? "en" : "ko";

// Whatever is being looked up ahead is broken off when a form is sent; if its answer was on the way, Remix hears of it nowhere.
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

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
