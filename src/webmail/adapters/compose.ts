import type { Task } from '../../learning/types.ts';
import { parseAddresses } from '../addresses.ts';
import { forwardSubject, replySubject } from '../markers.ts';
import type { Marks, Start } from '../marks.ts';
import { lookAtStart, readBody } from '../quote-and-signature.ts';
import type { Body, Compose, EditorRef, Unsupported } from '../types.ts';
import { isVisible } from '../visible.ts';
import { correspondentIn } from './correspondent-in.ts';
import { familyOf, findEditor } from './find-editor.ts';
import { incomingFromQuote, nearestMessage, readMessage } from './incoming.ts';
import { intentOf } from './intent.ts';
import type { Overrides, SiteData } from './site-data.ts';

let made = 0;

/** Fields that nothing is drafted beside: passwords and the codes that go with them. */
const secrets =
  'input[type="password"], [autocomplete="one-time-code"], [autocomplete$="-password"]';

/** The compose box in `first`, read through the data of its site. */
export function createCompose(
  first: HTMLElement,
  data: SiteData,
  overrides: Overrides,
  missing: Compose['missing'] = [],
): Compose {
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
      root = overrides.root?.(field) ?? root;
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
    const shown = answered();
    if (!shown) return incomingFromQuote(read()?.quote ?? '', recipients());
    const { from, text } = shown;
    const isNobody = from.address === '' && from.name === '';
    return { from: (isNobody && recipients()[0]) || from, text };
  };

  /** The message being answered where the page shows it. */
  function answered(): ReturnType<Compose['incoming']> {
    if (!data.incoming) return null;
    const within = currentRoot();
    const all = within.ownerDocument.querySelectorAll<HTMLElement>(data.incoming.message);
    const messages = [...all].filter((message) => !within.contains(message));
    const message = (overrides.answered ?? nearestMessage)(within, messages);
    return message && readMessage(message, data.incoming, marks());
  }

  function task(): Task {
    const subject = contentOf(data.subject);
    if (forwardSubject.test(subject)) return 'forward';
    if (replySubject.test(subject) || (read()?.quote ?? '') !== '') return 'reply';
    // An answer in the thread shows no subject: it is that of the thread.
    const isInThread = data.subject !== '' && !currentRoot().querySelector(data.subject);
    return isInThread && answered() ? 'reply' : 'new';
  }

  function unsupported(): Unsupported | null {
    const within = currentRoot();
    if ([...within.querySelectorAll(secrets)].some(isVisible)) return 'secret';
    const isProtected = data.confidential !== '' && within.querySelector(data.confidential);
    return isProtected ? 'confidential' : null;
  }

  return {
    get root() {
      return currentRoot();
    },
    adapter: data.id,
    key,
    missing,
    unsupported,
    editor,
    task,
    recipients,
    subject: () => contentOf(data.subject),
    incoming,
    read,
    hasUndoSend: data.hasUndoSend ?? true,
    leavesPage: data.leavesPage ?? false,
    intent(event) {
      const intent = intentOf(event, currentRoot(), data);
      return intent && unsupported() ? null : intent;
    },
    sight() {
      const isKept = data.hidesToSend === true && currentRoot().isConnected;
      if (!isKept && !isVisible(currentRoot())) return 'gone';
      // A box that is only known by what is in it has left with its editor.
      const editor = editorIn(currentRoot());
      if (data.root.length === 0 && (!editor || isAside(editor))) return 'gone';
      if (data.blocked === '') return 'open';
      const signs = currentRoot().ownerDocument.querySelectorAll(data.blocked);
      return [...signs].some(isVisible) ? 'blocked' : 'open';
    },
  };
}

/** Whether an editor was moved far out of the window: so some programs hide what they will use again. */
function isAside(editor: HTMLElement): boolean {
  const shown = editor.ownerDocument.defaultView?.frameElement ?? editor;
  return shown.getBoundingClientRect().right < -1_000;
}
