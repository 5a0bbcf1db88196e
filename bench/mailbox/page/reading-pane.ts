import type { Message } from '../messages.ts';
import { element, lines } from './element.ts';

/** The message as it is read, with its Reply button. */
export function readingPane(message: Message): HTMLElement {
  const { name, address } = message.from;
  const paragraphs = message.body.split('\n\n');
  return element(
    'article',
    { class: 'message', 'data-from-name': name, 'data-from-address': address },
    element('h2', {}, message.subject),
    element(
      'p',
      { class: 'head' },
      element('strong', {}, name),
      element('span', {}, ` <${address}>`),
      element('time', {}, message.date),
    ),
    element(
      'div',
      { class: 'body', dir: 'auto' },
      ...paragraphs.map((paragraph) => element('p', {}, ...lines(paragraph))),
    ),
    element('a', { class: 'action', href: `#/message/${message.id}/reply` }, 'Reply'),
  );
}
