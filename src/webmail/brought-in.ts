import { letters } from './canonical-text.ts';
import { onEditorEvents } from './editor-events.ts';
import type { Compose } from './types.ts';

/** Texts are kept only this far: longer ones, and more of them, are what no mail is made of. */
const longest = 20_000;
const mostTexts = 50;

/**
 * Collects in `texts` what is pasted or dropped into the editor of a compose box, until `signal`: words that
 * the user's hands brought there and did not write. What stood in their own text before, or did when they
 * last cut something, was only moved.
 */
export function watchBroughtIn(compose: Compose, signal: AbortSignal, texts: Set<string>): void {
  const standing = (): string => letters(compose.read()?.text ?? '');
  let beforeCut = '';
  onEditorEvents(
    compose,
    ['paste', 'drop', 'beforeinput', 'cut'],
    (event) => {
      if (!event.isTrusted) return;
      if (event.type === 'cut') beforeCut = standing();
      const text = textBrought(event).slice(0, longest);
      const said = letters(text);
      if (said === '' || texts.has(text) || texts.size >= mostTexts) return;
      if (!standing().includes(said) && !beforeCut.includes(said)) texts.add(text);
    },
    signal,
  );
}

/** Pastes carry their text in the event itself, and once more in the `beforeinput` after it. */
function textBrought(event: Event): string {
  if ('clipboardData' in event) return plainText(event.clipboardData);
  if (!('inputType' in event)) return 'dataTransfer' in event ? plainText(event.dataTransfer) : '';
  if (!String(event.inputType).startsWith('insertFrom')) return '';
  if ('data' in event && typeof event.data === 'string') return event.data;
  return 'dataTransfer' in event ? plainText(event.dataTransfer) : '';
}

function plainText(held: unknown): string {
  if (typeof held !== 'object' || held === null || !('getData' in held)) return '';
  const told: unknown = typeof held.getData === 'function' ? held.getData('text/plain') : '';
  return typeof told === 'string' ? told : '';
}
