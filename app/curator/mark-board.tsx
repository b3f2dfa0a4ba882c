import { useEffect, useRef, useState } from "react";
import type { Rubric } from "#app/domain/season/rules.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

/** Above this a mark is typed into a field; up to it every mark has a key and a button. */
const mostButtons = 9;

export interface Marked {
  marks: Record<string, number>;
  note: string;
}

interface MarkBoardProps {
  rubric: Rubric;
  given: Marked;
  /** What was given to the product as it was before. */
  stale: Record<string, number>;
  /** What the server said of a mark last. */
  status: string;
  /** Typed: to be kept. */
  onChange: (marked: Marked) => void;
  onGive: (marked: Marked) => void;
  onNext: () => void;
  onPrevious: () => void;
  onZoom: () => void;
}

/** Marks for every criterion, by key, by click or by touch. */
export function MarkBoard(props: MarkBoardProps) {
  const { rubric, given, stale, status, onChange, onGive } = props;
  const { criteria, scale } = rubric;
  const locale = useLocale();
  const t = useSentence();
  const [marked, setMarked] = useState(given);
  const [at, setAt] = useState(() => firstWithout(rubric, given.marks));
  const [told, setTold] = useState("");

  function change(next: Marked): void {
    setMarked(next);
    onChange(next);
  }
  function mark(index: number, value: number): void {
    const criterion = criteria[index];
    if (!criterion) return;
    if (!Number.isInteger(value) || value < 1 || value > scale) {
      setTold(t(m.range, { criterion: criterion.label[locale], scale }));
      return;
    }
    setTold("");
    const marks = { ...marked.marks, [criterion.key]: value };
    change({ ...marked, marks });
    setAt(nextWithout(rubric, marks, index));
  }
  function give(): void {
    const missing = criteria.findIndex(({ key }) => marked.marks[key] === undefined);
    const criterion = criteria[missing];
    if (criterion) {
      setAt(missing);
      setTold(t(m.unmarked, { criterion: criterion.label[locale] }));
    } else onGive(marked);
  }
  useKeys({
    ...props,
    scale,
    onMark: (value) => mark(at, value),
    onMove: (by) => setAt((now) => Math.min(Math.max(now + by, 0), criteria.length - 1)),
    onGiving: give,
  });

  const most = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const points = criteria.reduce((sum, { key, weight }) => sum + (weight * (marked.marks[key] ?? 0)) / scale, 0);
  return (
    <DeskCard
      title={t(m.marks)}
      aside={<span className="desk-soft">{t(m.points, { points: Math.round(points * 10) / 10, most })}</span>}
    >
      <ol className="mark-board">
        {criteria.map(({ key, label, guide, weight }, index) => (
          <li key={key} aria-current={index === at ? "step" : undefined}>
            <fieldset onFocus={() => setAt(index)}>
              <legend>
                <strong>{label[locale]}</strong> <span className="desk-soft">{t(m.weight, { weight })}</span>
              </legend>
              {guide && <p className="desk-soft">{guide[locale]}</p>}
              {stale[key] !== undefined && marked.marks[key] === undefined && (
                <p className="tone-waiting">{t(m.again, { mark: stale[key] })}</p>
              )}
              {scale <= mostButtons ? (
                <div className="desk-marks" style={{ gridTemplateColumns: `repeat(${scale}, 1fr)` }}>
                  {Array.from({ length: scale }, (_, one) => one + 1).map((value) => (
                    <button
                      key={value}
                      type="button"
                      aria-pressed={marked.marks[key] === value}
                      aria-label={t(m.markOf, { criterion: label[locale], mark: value })}
                      onClick={() => mark(index, value)}
                    >
                      {value}
                    </button>
                  ))}
                </div>
              ) : (
                <input
                  className="mark-field"
                  type="number"
                  min={1}
                  max={scale}
                  aria-label={label[locale]}
                  defaultValue={marked.marks[key]}
                  onChange={({ target }) => mark(index, target.valueAsNumber)}
                />
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <label className="desk-long-text">
        <span>
          {t(m.note)} <span className="desk-soft">{t(m.noteHint)}</span>
        </span>
        <textarea
          rows={2}
          maxLength={1000}
          value={marked.note}
          onChange={({ target }) => change({ ...marked, note: target.value })}
        />
      </label>
      <p role="status" className={told ? "tone-refused mark-told" : "desk-said mark-told"}>
        {told || status}
      </p>
      <Button variant="primary" size="large" fullWidth onClick={give}>
        {t(m.give)}
      </Button>
    </DeskCard>
  );
}

/** What the keys do. */
export function KeyLegend({ scale }: { scale: number }) {
  const t = useSentence();
  const words = [t(m.keyMark, { scale }), t(m.keyMove), t(m.keyGive), t(m.keyNext), t(m.keyZoom)];
  return (
    <section className="desk-keys key-legend" aria-label={t(m.legend)}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </section>
  );
}

/** The first criterion without a mark, else the first. */
function firstWithout({ criteria }: Rubric, marks: Record<string, number>): number {
  const index = criteria.findIndex(({ key }) => marks[key] === undefined);
  return index === -1 ? 0 : index;
}

/** The next criterion without a mark, from the start again; the next one where all have theirs. */
function nextWithout({ criteria }: Rubric, marks: Record<string, number>, index: number): number {
  const without = criteria.flatMap(({ key }, at) => (marks[key] === undefined ? [at] : []));
  return without.find((at) => at > index) ?? without[0] ?? (index + 1) % criteria.length;
}

interface Keys extends Pick<MarkBoardProps, "onNext" | "onPrevious" | "onZoom"> {
  scale: number;
  onMark: (value: number) => void;
  onMove: (by: 1 | -1) => void;
  onGiving: () => void;
}

/** By the key's place: a Korean keyboard sends ㅓ and ㅏ where J and K are. Silent while a field has focus. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const { scale, onMark, onMove, onGiving, onNext, onPrevious, onZoom } = latest.current;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return;
      const mark = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]);
      if (mark <= scale && scale <= mostButtons) onMark(mark);
      else if (event.code === "ArrowDown") onMove(1);
      else if (event.code === "ArrowUp") onMove(-1);
      else if (event.code === "Enter" && !isControl(event.target)) onGiving();
      else if (event.code === "KeyJ") onNext();
      else if (event.code === "KeyK") onPrevious();
      else if (event.code === "KeyZ") onZoom();
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** Enter presses it; a mark's own button is not meant, for there Enter is the whole board's. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, summary, button:not(.desk-marks button)") !== null;
}
