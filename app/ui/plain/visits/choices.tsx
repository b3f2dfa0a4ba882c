interface ChoicesProps {
  legend: string;
  name: string;
  options: readonly { value: string; word: string }[];
  chosen: readonly string[];
  /** One under another, for whole sentences. */
  long?: boolean;
}

/** Any number of a few. */
export function Choices({ legend, name, options, chosen, long = false }: ChoicesProps) {
  return (
    <fieldset className={long ? "choices choices-long" : "choices"}>
      <legend>{legend}</legend>
      {options.map(({ value, word }) => (
        <label key={value} className="choice">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or nothing. */
export function Choice({ name, word, on = false }: { name: string; word: string; on?: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={on} />
      {word}
    </label>
  );
}
