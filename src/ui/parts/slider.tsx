import { useEffect, useId, useState } from 'preact/hooks';

interface SliderProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  /** Words for 0 and for `most`. */
  readonly ends: readonly [string, string];
  /** The value in words, as it is read out. */
  readonly spoken: (value: number) => string;
  /** The value as it is shown. */
  readonly shown: (value: number) => string;
  /** Called when the slider is let go, or a key moved it. */
  readonly onCommit: (value: number) => void;
}

/** A number from 0 on, by how much. */
export function Slider(props: SliderProps) {
  const { label, hint, value, ends } = props;
  const id = useId();
  const [now, setNow] = useState(value);
  useEffect(() => setNow(value), [value]);
  return (
    <div class="field">
      <div class="slider-head">
        <label for={id}>{label}</label>
        <output for={id}>{props.shown(now)}</output>
      </div>
      <input
        id={id}
        class="slider"
        type="range"
        min={0}
        max={props.most}
        step={props.step}
        value={now}
        aria-valuetext={props.spoken(now)}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setNow(event.currentTarget.valueAsNumber)}
        onChange={(event) => props.onCommit(event.currentTarget.valueAsNumber)}
      />
      <div class="slider-ends hint" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
