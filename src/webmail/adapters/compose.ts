import type { Task } from '../../learning/types.ts';
import { parseAddresses } from '../addresses.ts';
import { forwardSubject, replySubject } from '../markers.ts';
import type { Marks, Start } from '../marks.ts';
import { lookAtStart, readBody } from '../quote-and-signature.ts';
import type { Body, Compose, EditorRef } from '../types.ts';
import { isVisible } from '../visible.ts';
import { closestOf } from './closest-of.ts';
import { correspondentIn } from './correspondent-in.ts';
import { familyOf, findEditor } from './find-editor.ts';
import { readIncoming } from './incoming.ts';
import { intentOf } from './intent.ts';
import type { Overrides, SiteData } from './site-data.ts';

let made = 0;

/** The compose box in `first`, read through the data of its site. */
export function createCompose(first: HTMLElement, data: SiteData, overrides: Overrides): Compose {
  const number = ++made;
  let root = first;
  let start: Start | null = null;
  let seen: HTMLElement | null = null;

  const keyField = (within: ParentNode): string => {
    const field = data.key === '' ? null : within.querySelector<HTMLInputElement>(data.key);
    return field?.value ?? '';
  };
  const key = `${data.id}:${keyField(first) || number}`;

  /** A page may build the box anew; the same message in it is the same box. */
  const currentRoot = (): HTMLElement => {
    if (root.isConnected || data.key === '') return root;
    for (const field of root.ownerDocument.querySelectorAll<HTMLInputElement>(data.key)) {
      if (`${data.id}:${field.value}` !== key) continue;
      root = (overrides.root?.(field) ?? closestOf(field, data.root)) || root;
    }
    return root;
  };

  const marks = (): Marks => ({ quote: data.quote, signature: data.signature, start });

  const editorIn = overrides.editor ?? ((within) => findEditor(within, data.editors));

  const editor = (): EditorRef | null => {
    const element = editorIn(currentRoot());
    if (!element) return null;
    if (element !== seen) {
      // Another editor, such as after a switch to plain text, says the same in another way; but what
      // stands in it without a mark may be the user's own by now.
      const now = lookAtStart(element, marks());
      start = start ? { ...now, rest: start.rest } : now;
      seen = element;
    }
    return {
      element,
      document: element.ownerDocument,
      ...familyOf(element, data),
      marks: marks(),
    };
  };

  const read = (): Body | null => {
    const now = editor();
    return now && readBody(now.element, marks());
  };

  const contentOf = (selector: string): string => {
    if (selector === '') return '';
    const field = currentRoot().querySelector<HTMLElement>(selector);
    return (field && 'value' in field ? String(field.value) : (field?.textContent ?? '')).trim();
  };

  const recipients: Compose['recipients'] = () => {
    const found = [];
    if (data.addressFields !== '') {
      for (const field of currentRoot().querySelectorAll<HTMLInputElement>(data.addressFields)) {
        found.push(...parseAddresses(field.value));
      }
    }
    const { recipients } = data;
    if (recipients) {
      for (const chip of currentRoot().querySelectorAll(recipients.selector))
        found.push(correspondentIn(chip, recipients));
    }
    return found;
  };

  const incoming: Compose['incoming'] = () => {
    if (task() === 'new') return null;
    if (overrides.incoming)
      return overrides.incoming(currentRoot(), read() ?? { quote: '' }, recipients());
    return data.incoming && readIncoming(currentRoot(), data.incoming, marks());
  };

  function task(): Task {
    const subject = contentOf(data.subject);
    if (forwardSubject.test(subject)) return 'forward';
    return replySubject.test(subject) || (read()?.quote ?? '') !== '' ? 'reply' : 'new';
  }

  return {
    get root() {
      return currentRoot();
    },
    adapter: data.id,
    key,
    editor,
    task,
    recipients,
    subject: () => contentOf(data.subject),
    incoming,
    read,
    intent: (event) => intentOf(event, currentRoot(), data),
    sight() {
      if (!isVisible(currentRoot()) || overrides.editor?.(root) === null) return 'gone';
      if (data.blocked === '') return 'open';
      const signs = currentRoot().ownerDocument.querySelectorAll(data.blocked);
      return [...signs].some(isVisible) ? 'blocked' : 'open';
    },
  };
}
