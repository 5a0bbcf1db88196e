import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of a page with its heading. */
export function Section(props: {
  title: string;
  children: ComponentChildren;
  intro?: string;
  /** Beside the heading, such as a quiet "Saved". */
  aside?: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.intro && <p class="intro">{props.intro}</p>}
      {props.children}
    </section>
  );
}
