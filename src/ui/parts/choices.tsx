import { useId } from 'preact/hooks';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each with a sentence that says what it means. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend class="unseen">{props.legend}</legend>
      {props.choices.map(({ value, label, hint }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            checked={value === props.value}
            aria-describedby={`${name}-${value}`}
            onChange={() => props.onChoose(value)}
          />
          <span>
            <span class="choice-label">{label}</span>
            <span class="hint" id={`${name}-${value}`}>
              {hint}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
