import type { Message } from '../messages.ts';
import { element } from './element.ts';

/** The list of messages; the one in the reading pane is marked as current. */
export function messageList(messages: readonly Message[], currentId: string | null): HTMLElement {
  const items = messages.map((message) => {
    const link = element(
      'a',
      { href: `#/message/${message.id}` },
      element('span', { class: 'from' }, message.from.name),
      element('time', {}, message.date),
      element('span', { class: 'subject' }, message.subject),
      element('span', { class: 'beginning' }, message.body.replaceAll(/\s+/g, ' ').slice(0, 90)),
    );
    if (message.id === currentId) link.setAttribute('aria-current', 'true');
    return element('li', {}, link);
  });
  return element('ul', {}, ...items);
}
