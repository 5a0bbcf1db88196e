import { type Message, messages } from '../messages.ts';
import { composeForm, type Outgoing } from './compose-form.ts';
import { element } from './element.ts';
import { messageList } from './list.ts';
import { ownText } from './read-text.ts';
import { readingPane } from './reading-pane.ts';
import { readRoute } from './route.ts';

const nav = part('nav');
const main = part('main');
const status = part('[role=status]');

/** Compose boxes that are neither sent nor thrown away, by address: leaving one must not lose it. */
const open = new Map<string, HTMLFormElement>();

function show(): void {
  const { messageId, compose } = readRoute(location.hash);
  const message = messages.find(({ id }) => id === messageId) ?? null;
  const scrolled = nav.scrollTop;
  nav.replaceChildren(messageList(messages, messageId));
  nav.scrollTop = scrolled;
  const reading = message ? [readingPane(message)] : [];
  if (compose) {
    const form = openForm(location.hash, message);
    main.replaceChildren(...reading, form);
    status.textContent = '';
    firstField(form, message).focus();
  } else {
    main.replaceChildren(...(message ? reading : [nothingOpen()]));
  }
}

function openForm(hash: string, answered: Message | null): HTMLFormElement {
  const known = open.get(hash);
  if (known) return known;
  const form = composeForm(answered, {
    send,
    done(how) {
      open.delete(hash);
      status.textContent = how === 'sent' ? 'Message sent' : 'Message discarded';
      form.remove();
      location.hash = answered ? `#/message/${answered.id}` : '#/';
    },
  });
  open.set(hash, form);
  return form;
}

function firstField(form: HTMLFormElement, answered: Message | null): HTMLElement {
  const wanted = answered ? '[data-role=editor]' : '[name=to]';
  return form.querySelector<HTMLElement>(wanted) ?? form;
}

async function send(mail: Outgoing): Promise<void> {
  const response = await fetch('/api/send', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(mail),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
}

const nothingOpen = (): HTMLElement =>
  element(
    'p',
    { class: 'nothing' },
    'Choose a message, answer it, and see what is learned from your edits. Nothing here is real, and nothing leaves this computer.',
  );

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

// What stands on the screen, for whoever reads it from outside: the simulated user.
Object.assign(globalThis, { ownText });

addEventListener('hashchange', show);
show();
