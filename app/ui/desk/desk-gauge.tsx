/** How much of something is taken: the two numbers large, and a bar. */
export function DeskGauge({ label, taken, of, hint }: { label: string; taken: number; of: number; hint?: string }) {
  return (
    <div className="desk-gauge">
      <span className="desk-gauge-label">{label}</span>
      <p>
        <strong>{taken}</strong>
        <span> / {of}</span>
      </p>
      <progress max={of} value={taken} aria-label={label} />
      {hint && <span className="desk-gauge-hint">{hint}</span>}
    </div>
  );
}
