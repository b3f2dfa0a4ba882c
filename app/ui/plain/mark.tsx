/** 백 in a square seal, drawn as strokes so that it looks the same with every font. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="9" fill="var(--mark, #0f5c4d)" />
      <rect
        x="3.5"
        y="3.5"
        width="41"
        height="41"
        rx="6.5"
        fill="none"
        stroke="#fbf9f4"
        strokeWidth="1.2"
        opacity=".55"
      />
      <g fill="none" stroke="#fbf9f4" strokeWidth="3.2" strokeLinecap="square">
        <path d="M11 11v14.5M20.5 11v14.5M11 17.5h9.5M11 25.5h9.5" />
        <path d="M28 10.5v16M37 9.5v18M28 18.5h9" />
        <path d="M14 33.5h21.5v7" />
      </g>
    </svg>
  );
}
