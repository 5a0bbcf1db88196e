import { type Message, signature } from '../messages.ts';
import { element, lines } from './element.ts';

const label = { 'data-role': 'editor', 'aria-label': 'Message', dir: 'auto' };

/** The formatted editor: an empty line, the signature, and for a reply the quoted message. */
export function richEditor(answered: Message | null): HTMLElement {
  const editor = element(
    'div',
    { ...label, contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true' },
    blankLine(),
    element('div', { class: 'signature' }, ...lines(['-- ', ...signature].join('\n'))),
  );
  if (answered) {
    const quote = element('blockquote', { 'data-quote': '' });
    quote.append(element('div', {}, attribution(answered)));
    for (const line of answered.body.split('\n')) {
      quote.append(line ? element('div', {}, line) : blankLine());
    }
    editor.append(quote);
  }
  return editor;
}

/** The plain text editor with the given text in it. */
export function plainEditor(text: string): HTMLTextAreaElement {
  const editor = element('textarea', label);
  editor.value = text;
  return editor;
}

/** What the plain text editor begins with: the same three parts, as text. */
export function plainBeginning(answered: Message | null): string {
  const own = ['', '', '-- ', ...signature];
  if (!answered) return own.join('\n');
  const quoted = answered.body.split('\n').map((line) => (line ? `> ${line}` : '>'));
  return [...own, '', attribution(answered), ...quoted].join('\n');
}

/** Puts plain text in place of the user's own lines of a fresh formatted editor. */
export function writeOwnText(editor: HTMLElement, text: string): void {
  const written = text.split('\n').map((line) => (line ? element('div', {}, line) : blankLine()));
  editor.firstElementChild?.replaceWith(...written);
}

const attribution = (message: Message): string => `On ${message.date}, ${message.from.name} wrote:`;

// An empty block needs a <br>: without one browsers give it no height and no place for the caret.
const blankLine = (): HTMLElement => element('div', {}, element('br'));
