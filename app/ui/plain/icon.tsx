const shapes = {
  check: "M4.5 10.5l3.8 3.8 7.2-8",
  cross: "M6 6l8 8M14 6l-8 8",
  clock: "M10 5.5V10l3 2",
  mark: "M10 5.8v5M10 13.8v.4",
  dot: "M7 10h6",
  ring: "",
} as const;

export type IconName = keyof typeof shapes;

/** A round sign; the word beside it carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="9" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
