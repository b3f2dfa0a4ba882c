import { storeMessages as m } from "#app/messages/stores.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

export function DesignationBadge() {
  const t = useSentence();
  return (
    <span className="badge">
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path
          d="M10 1.5l2.1 1.7 2.7-.2.8 2.6 2.3 1.5-1 2.5 1 2.5-2.3 1.5-.8 2.6-2.7-.2L10 17.5l-2.1-1.5-2.7.2-.8-2.6-2.3-1.5 1-2.5-1-2.5 2.3-1.5.8-2.6 2.7.2z"
          fill="currentColor"
        />
        <path
          d="M6.8 9.7l2.2 2.2 4.2-4.6"
          fill="none"
          stroke="#fff"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t(m.designated)}
    </span>
  );
}
