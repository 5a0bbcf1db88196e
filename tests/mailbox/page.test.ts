// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Message, messages } from '../../bench/mailbox/messages.ts';
import { composeForm, type Outgoing } from '../../bench/mailbox/page/compose-form.ts';
import {
  plainBeginning,
  plainEditor,
  richEditor,
  writeOwnText,
} from '../../bench/mailbox/page/editors.ts';
import { ownText, readText } from '../../bench/mailbox/page/read-text.ts';
import { readingPane } from '../../bench/mailbox/page/reading-pane.ts';
import { readRoute } from '../../bench/mailbox/page/route.ts';

const [answered = null] = messages;
if (!answered) throw new Error('The inbox is empty.');

afterEach(() => document.body.replaceChildren());

function open(message: Message | null) {
  const sent: Outgoing[] = [];
  const done = vi.fn();
  const form = composeForm(message, { send: async (mail) => void sent.push(mail), done });
  document.body.append(form);
  const field = (name: string): HTMLInputElement => {
    const found = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  return { form, sent, done, field };
}
const settle = () => new Promise((done) => setTimeout(done));

describe('the compose box', () => {
  it('is what the adapter looks for', () => {
    const { form, field } = open(answered);
    expect(form.matches('form.compose')).toBe(true);
    expect(field('draft-id').value).not.toBe('');
    expect(field('to').value).toBe(`${answered.from.name} <${answered.from.address}>`);
    const editor = form.querySelector('[data-role=editor]');
    expect(editor?.getAttribute('role')).toBe('textbox');
    expect(editor?.getAttribute('aria-label')).toBe('Message');
    expect(editor?.querySelector('.signature')).not.toBeNull();
    expect(editor?.querySelector('blockquote[data-quote]')).not.toBeNull();
  });

  it('has another id each time', () => {
    expect(open(null).field('draft-id').value).not.toBe(open(null).field('draft-id').value);
  });

  it('asks for an address before it sends', async () => {
    const { form, sent, done } = open(null);
    form.requestSubmit();
    await settle();
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('address');
    expect(sent).toEqual([]);
    expect(done).not.toHaveBeenCalled();
  });

  it('sends with Ctrl+Enter', async () => {
    const { form, sent, done } = open(answered);
    const key = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true });
    form.querySelector('[data-role=editor]')?.dispatchEvent(key);
    await settle();
    expect(sent).toHaveLength(1);
    expect(done).toHaveBeenCalledWith('sent');
  });

  it('keeps the text when the server does not take it', async () => {
    const done = vi.fn();
    const form = composeForm(answered, { send: () => Promise.reject(new Error('down')), done });
    document.body.append(form);
    form.requestSubmit();
    await settle();
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('still here');
    expect(done).not.toHaveBeenCalled();
  });

  it('keeps what was typed through "Plain text" and back', () => {
    const { form, field } = open(answered);
    const editor = () => {
      const found = form.querySelector<HTMLElement>('[data-role=editor]');
      if (!found) throw new Error('no editor');
      return found;
    };
    writeOwnText(editor(), 'Hi Alex,\n\nfine.');
    field('plain').click();
    expect(editor()).toBeInstanceOf(HTMLTextAreaElement);
    expect(ownText(editor())).toBe('Hi Alex,\n\nfine.');
    field('plain').click();
    expect(ownText(editor())).toBe('Hi Alex,\n\nfine.');
  });
});

describe('reading an editor', () => {
  it('finds the own lines above signature and quote', () => {
    const text = fc
      .array(fc.constantFrom('Hi Alex,', '', 'two  spaces', '- a point', '> no quote', '🙂'))
      .map((lines) => lines.join('\n').trimEnd());
    fc.assert(
      fc.property(text, (own) => {
        const rich = richEditor(answered);
        writeOwnText(rich, own);
        expect(ownText(rich)).toBe(own);
        expect(ownText(plainEditor(own + plainBeginning(answered)))).toBe(own);
      }),
    );
  });

  it.each([
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a<br><br>b', 'a\n\nb'],
    ['<div>a<br></div><div>b</div>', 'a\nb'],
    ['<div>a <b>b</b> c</div>', 'a b c'],
    ['x<div>a</div>', 'x\na'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<blockquote><div>a</div><div><br></div></blockquote>', '> a\n>'],
  ])('reads %s', (html, text) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const root = document.createElement('div');
    root.append(...parsed.body.childNodes);
    expect(readText(root)).toBe(text);
  });
});

describe('the address', () => {
  it.each([
    ['', null, null],
    ['#/new', null, 'new'],
    ['#/message/alex-lunch', 'alex-lunch', null],
    ['#/message/alex-lunch/reply', 'alex-lunch', 'reply'],
    ['#/message/<b>', null, null],
  ] as const)('%s', (hash, messageId, compose) => {
    expect(readRoute(hash)).toEqual({ messageId, compose });
  });
});

it('shows who a message is from, for the adapter and for people', () => {
  const article = readingPane(answered);
  expect(article.matches('article.message[data-from-name][data-from-address]')).toBe(true);
  expect(article.querySelector('h2')?.textContent).toBe(answered.subject);
  expect(article.querySelector('.body')?.textContent).toContain('stand-up');
});
