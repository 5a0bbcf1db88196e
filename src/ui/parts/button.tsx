import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** `main`: the one most people want here. `quiet`: as little as a word. */
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly type?: 'button' | 'submit';
  /**
   * Not now: a click does nothing. Unlike a disabled button it keeps the focus, so that people at the
   * keyboard stay where they are.
   */
  readonly busy?: boolean;
  /** What it does, where the visible words alone would not say to which thing. */
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({ look = 'plain', type = 'button', label, ...rest }: ButtonProps) {
  return (
    <button
      class={`button ${look}`}
      type={type}
      ref={rest.buttonRef ?? null}
      aria-disabled={rest.busy}
      aria-label={label}
      onClick={rest.busy ? undefined : rest.onClick}
    >
      {rest.children}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** Shown as a tooltip too. */
  readonly label: string;
  /** The same with the name of what it acts on, for people who cannot see what it stands beside. */
  readonly spoken?: string;
  readonly onClick: () => void;
  readonly busy?: boolean;
  readonly expanded?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with a picture only. */
export function IconButton({ icon, label, spoken, expanded, ...rest }: IconButtonProps) {
  return (
    <button
      class="icon-button"
      type="button"
      ref={rest.buttonRef ?? null}
      title={label}
      aria-disabled={rest.busy}
      aria-label={spoken ?? label}
      aria-expanded={expanded}
      onClick={rest.busy ? undefined : rest.onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
