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
            // The hint is read after the name, not as a part of it and then again.
            aria-labelledby={`${name}-${value}-name`}
            aria-describedby={`${name}-${value}-hint`}
            onChange={() => props.onChoose(value)}
          />
          <span>
            <span class="choice-label" id={`${name}-${value}-name`}>
              {label}
            </span>
            <span class="hint" id={`${name}-${value}-hint`}>
              {hint}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
