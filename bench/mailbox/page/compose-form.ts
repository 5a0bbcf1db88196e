import type { Message } from '../messages.ts';
import { owner } from '../messages.ts';
import { ask } from './alert-dialog.ts';
import { plainBeginning, plainEditor, richEditor, writeOwnText } from './editors.ts';
import { element } from './element.ts';
import { ownText, readText } from './read-text.ts';

/** A compose box as it goes to the server. */
export interface Outgoing {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

interface Actions {
  /** Resolves once the server has the message; rejects when it did not take it. */
  send(mail: Outgoing): Promise<void>;
  /** The form is no longer needed: the message was sent or thrown away. */
  done(how: 'sent' | 'discarded'): void;
}

/** The compose box for an answer to `answered`, or for a new message. */
export function composeForm(answered: Message | null, actions: Actions): HTMLFormElement {
  const to = element('input', { name: 'to', id: 'to', autocomplete: 'off' });
  const subject = element('input', { name: 'subject', id: 'subject', autocomplete: 'off' });
  const plain = element('input', { type: 'checkbox', name: 'plain' });
  let editor: HTMLElement = richEditor(answered);
  if (answered) {
    to.value = `${answered.from.name} <${answered.from.address}>`;
    subject.value = `Re: ${answered.subject}`;
  }

  const form = element(
    'form',
    { class: 'compose', 'aria-label': answered ? 'Reply' : 'New message' },
    element('input', { type: 'hidden', name: 'draft-id', value: crypto.randomUUID() }),
    element('p', { class: 'field' }, element('span', {}, 'From'), element('span', {}, from())),
    element('p', { class: 'field' }, element('label', { for: 'to' }, 'To'), to),
    element('p', { class: 'field' }, element('label', { for: 'subject' }, 'Subject'), subject),
    editor,
    element(
      'p',
      { class: 'bar' },
      element('button', { name: 'send', class: 'action primary' }, 'Send'),
      element('button', { name: 'discard', type: 'button', class: 'action' }, 'Discard'),
      element('label', {}, plain, ' Plain text'),
    ),
  );

  plain.addEventListener('change', () => {
    const changed = plain.checked ? asPlain(editor, answered) : asRich(editor, answered);
    editor.replaceWith(changed);
    editor = changed;
    editor.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form
    .querySelector('button[name=discard]')
    ?.addEventListener('click', () => actions.done('discarded'));
  return form;

  async function submit(): Promise<void> {
    if (!/\S@\S/.test(to.value)) {
      await ask('Who is this message for? Add at least one address, then send it again.');
      to.focus();
      return;
    }
    const body =
      editor instanceof HTMLTextAreaElement
        ? { text: editor.value, html: null }
        : { text: readText(editor), html: editor.innerHTML };
    try {
      await actions.send({ to: to.value.trim(), subject: subject.value.trim(), ...body });
      actions.done('sent');
    } catch {
      // Whatever went wrong, the person needs the same: their text is still here.
      await ask('The message could not be sent. It is still here; try again in a moment.');
    }
  }
}

const from = (): string => `${owner.name} <${owner.address}>`;

function asPlain(editor: HTMLElement, answered: Message | null): HTMLElement {
  const text = ownText(editor);
  return plainEditor(text + plainBeginning(answered));
}

function asRich(editor: HTMLElement, answered: Message | null): HTMLElement {
  const whole = editor instanceof HTMLTextAreaElement ? editor.value : '';
  const own = whole.split(/^-- $/m, 1)[0] ?? '';
  const made = richEditor(answered);
  writeOwnText(made, own.trimEnd());
  return made;
}
