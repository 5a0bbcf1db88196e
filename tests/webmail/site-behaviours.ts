import { expect } from 'vitest';
import type { Correspondent } from '../../src/learning/types.ts';
import type { Adapter, Compose, Intent } from '../../src/webmail/types.ts';
import { one } from './load-fixture.ts';
import { adapterAt, click, composeAround, key, meaning } from './page-events.ts';

/*
 * What every adapter does. The fixtures hold the same two boxes, `#answer` and `#fresh`, whose parts are
 * marked with `data-part`; the marks are ours, no site has them.
 */

/** One site, and what can be read off its fixture. */
export interface SiteCase {
  readonly id: string;
  readonly fixture: string;
  readonly hosts: readonly [string, ...string[]];
  /** To whom the answer and the new message go, as far as the page says it. */
  readonly alex: Correspondent;
  readonly maria: Correspondent;
  /** The message being answered: its author and text. */
  readonly incoming: { readonly from: Correspondent; readonly text: string };
  /** Subject of the answer; empty where the page shows none. */
  readonly subject: string;
  readonly keys: readonly (readonly [string, KeyboardEventInit, Intent])[];
  /** Of the class that a question or an error has there. */
  readonly question: string;
  /** Whether its discard button and its times to schedule are known. */
  readonly discards: boolean;
  readonly schedules: boolean;
  /** Gives the answer a password or an end; `null` where nobody has seen what that looks like. */
  readonly protect: ((lock: HTMLElement) => void) | null;
}

type Box = 'answer' | 'fresh';

export const part = (box: Box, name: string): HTMLElement => one(`#${box} [data-part="${name}"]`);

/** The editor of a box, in a frame or not. */
export function editorOf(box: Box): HTMLElement {
  const frame = document.querySelector<HTMLIFrameElement>(`#${box} iframe`);
  return frame?.contentDocument
    ? one('[contenteditable="true"]', frame.contentDocument)
    : part(box, 'editor');
}

const adapterOf = (site: SiteCase): Adapter => adapterAt(site.hosts[0]);

const boxOf = (site: SiteCase, box: Box): Compose => composeAround(adapterOf(site), editorOf(box));

function dialog(role: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  document.body.append(element);
  return element;
}

/** Each a sentence and a function that throws where it does not hold. */
export const behaviours: Readonly<Record<string, (site: SiteCase) => void>> = {
  'is taken on each of its hosts': (site) => {
    for (const host of site.hosts) expect(adapterAt(host).id).toBe(site.id);
  },

  'finds its box from the editor and from anything else in it': (site) => {
    for (const box of ['answer', 'fresh'] as const) {
      const compose = boxOf(site, box);
      expect(compose.root.contains(part(box, 'send'))).toBe(true);
      expect(one(`#${box}`).contains(compose.root)).toBe(true);
      expect(compose.adapter).toBe(site.id);
      for (const name of ['send', 'recipient'])
        expect(adapterOf(site).find(part(box, name))).toBe(compose);
    }
  },

  'finds none around the rest of the page': (site) => {
    expect(adapterOf(site).find(one('[data-elsewhere]'))).toBe(null);
    expect(adapterOf(site).find(document.body)).toBe(null);
  },

  'finds the editor that is typed into': (site) => {
    const editor = boxOf(site, 'answer').editor();
    expect(editor).toMatchObject({ element: editorOf('answer'), family: 'exec', block: 'div' });
    expect(editor?.document).toBe(editorOf('answer').ownerDocument);
  },

  'takes no decoy: search, signature settings, hidden fields': (site) => {
    for (const decoy of document.querySelectorAll<HTMLElement>('[data-decoy]')) {
      expect(adapterOf(site).find(decoy)?.editor()?.element).not.toBe(decoy);
    }
    one('#answer').remove();
    one('#fresh').remove();
    for (const decoy of document.querySelectorAll('[data-decoy]'))
      expect(adapterOf(site).find(decoy)).toBe(null);
  },

  'reads whom an answer goes to, about what, and what it answers': (site) => {
    const compose = boxOf(site, 'answer');
    expect(compose.recipients()).toEqual([site.alex]);
    expect(compose.subject()).toBe(site.subject);
    expect(compose.task()).toBe('reply');
    expect(compose.incoming()).toEqual(site.incoming);
  },

  'reads whom a new message goes to, about what, and that it answers nothing': (site) => {
    const compose = boxOf(site, 'fresh');
    expect(compose.recipients()).toEqual([site.maria]);
    expect(compose.subject()).toBe('Hello');
    expect(compose.task()).toBe('new');
    expect(compose.incoming()).toBe(null);
  },

  'leaves out quote and signature': (site) => {
    const compose = boxOf(site, 'answer');
    expect(compose.read()).toMatchObject({ text: '', signature: 'Sam Porter' });
    const [first] = editorOf('answer').children;
    first?.replaceChildren('Fine!');
    const body = compose.read();
    expect(body?.text).toBe('Fine!');
    expect(body?.quote).toContain('Can you make it?');
  },

  'takes a press of the send button for a send, by mouse and by key': (site) => {
    const compose = boxOf(site, 'answer');
    const button = part('answer', 'send');
    expect(meaning(compose, button, click())).toBe('send');
    expect(meaning(compose, button.querySelector('span') ?? button, click())).toBe('send');
    expect(meaning(compose, button, key('Enter'))).toBe('send');
    expect(meaning(compose, button, key(' '))).toBe('send');
    expect(meaning(compose, button, key('Tab'))).toBe(null);
    expect(meaning(compose, part('answer', 'other'), click())).toBe(null);
  },

  'knows its keys': (site) => {
    const compose = boxOf(site, 'answer');
    const editor = editorOf('answer');
    for (const [name, held, intent] of site.keys)
      expect(meaning(compose, editor, key(name, held))).toBe(intent);
    expect(meaning(compose, editor, key('Enter'))).toBe(null);
    expect(meaning(compose, editor, key('s'))).toBe(null);
  },

  'knows what discards and what sends later, where anybody has seen it': (site) => {
    const compose = boxOf(site, 'answer');
    const discard = document.querySelector('#answer [data-part="discard"]');
    expect(discard !== null).toBe(site.discards);
    if (discard) expect(meaning(compose, discard, click())).toBe('discard');
    const later = document.querySelector('[data-schedule]');
    expect(later !== null).toBe(site.schedules);
    if (later) expect(meaning(compose, later, click())).toBe('schedule');
  },

  'sees a question, and sees the box go': (site) => {
    const compose = boxOf(site, 'answer');
    expect(compose.sight()).toBe('open');
    const question = dialog('alertdialog');
    expect(compose.sight()).toBe('blocked');
    question.removeAttribute('role');
    question.className = site.question;
    expect(compose.sight()).toBe(site.question === '' ? 'open' : 'blocked');
    question.remove();
    one('#answer').style.display = 'none';
    expect(compose.sight()).toBe('gone');
    one('#answer').style.display = '';
    expect(compose.sight()).toBe('open');
    one('#answer').remove();
    expect(compose.sight()).toBe('gone');
  },

  'tells two boxes apart': (site) => {
    const answer = boxOf(site, 'answer');
    const fresh = boxOf(site, 'fresh');
    expect(answer.key).not.toBe(fresh.key);
    expect(answer.root.contains(fresh.root) || fresh.root.contains(answer.root)).toBe(false);
    expect(meaning(answer, part('fresh', 'send'), click())).toBe(null);
    expect(meaning(fresh, part('answer', 'send'), click())).toBe(null);
    expect(meaning(fresh, editorOf('answer'), key('Enter', { ctrlKey: true }))).toBe(null);
    one('#answer').remove();
    expect(fresh.sight()).toBe('open');
  },

  'keeps its key while the page builds the editor anew': (site) => {
    const compose = boxOf(site, 'answer');
    const before = editorOf('answer');
    before.replaceWith(before.cloneNode(true));
    expect(boxOf(site, 'answer')).toBe(compose);
    expect(compose.editor()?.element).toBe(editorOf('answer'));
    expect(compose.editor()?.element).not.toBe(before);
  },

  'says so when the page has no send button any more, and is any text field then': (site) => {
    part('answer', 'send').remove();
    const other = part('answer', 'other');
    if (other.closest('[role="group"]')) other.remove();
    const compose = adapterOf(site).find(editorOf('answer'));
    // Where the button was all that told the box, there is none.
    if (compose) expect(compose).toMatchObject({ adapter: 'generic', missing: ['send'] });
    expect(boxOf(site, 'fresh').missing).toEqual([]);
  },

  'has nothing to do with a message that has a password': (site) => {
    const compose = boxOf(site, 'answer');
    expect(compose.unsupported()).toBe(null);
    const secret = document.createElement('input');
    secret.type = 'password';
    compose.root.append(secret);
    expect(compose.unsupported()).toBe('secret');
    expect(meaning(compose, part('answer', 'send'), click())).toBe(null);
    secret.remove();
    expect(compose.unsupported()).toBe(null);
    if (!site.protect) return;
    site.protect(part('answer', 'lock'));
    expect(compose.unsupported()).toBe('confidential');
    expect(boxOf(site, 'fresh').unsupported()).toBe(null);
  },
};
