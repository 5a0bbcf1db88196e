import { useEffect, useId, useState } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called when the user leaves the field or presses Enter with another text in it. */
  readonly onCommit: (text: string) => void;
  /** Why `text` cannot be taken, in words; `null` when it can. */
  readonly problem?: (text: string) => string | null;
  readonly hint?: string;
  readonly inputMode?: 'text' | 'url' | 'numeric' | 'decimal';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly suggestions?: readonly string[];
  readonly narrow?: boolean;
}

/** One line of text that is taken as soon as it is finished; what cannot be taken is told beside it. */
export function TextField(props: TextFieldProps) {
  const { label, value, hint, suggestions } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setText(value);
    setProblem(null);
  }, [value]);

  const commit = (): void => {
    const wanted = text.trim();
    const found = wanted === value ? null : (props.problem?.(wanted) ?? null);
    setProblem(found);
    if (found === null && wanted !== value) props.onCommit(wanted);
  };
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class={props.narrow ? 'narrow' : undefined}
        type="text"
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        inputMode={props.inputMode ?? 'text'}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        list={suggestions ? `${id}-list` : undefined}
        value={text}
        aria-invalid={problem === null ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) commit();
        }}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
