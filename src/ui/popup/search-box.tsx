import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';

/** Finds what a list holds by its words; `label` says what; `/` goes there from anywhere on the page, Escape empties it. */
export function SearchBox(props: {
  label: string;
  query: string;
  onQuery: (query: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) {
        return;
      }
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="search">
      <label for={id}>
        <span class="unseen">{props.label}</span>
        <Icon name="search" />
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        dir="auto"
        spellcheck={false}
        autocomplete="off"
        placeholder={props.label}
        aria-keyshortcuts="/"
        value={props.query}
        onInput={(event) => props.onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || props.query === '') return;
          // An empty box lets the browser close the popup.
          event.preventDefault();
          props.onQuery('');
        }}
      />
    </div>
  );
}
