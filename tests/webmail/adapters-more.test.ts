// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { createAdapter } from '../../src/webmail/adapters/create-adapter.ts';
import { cyphtSite } from '../../src/webmail/adapters/cypht-site.ts';
import { gmxSite } from '../../src/webmail/adapters/gmx-site.ts';
import { nextcloudSite } from '../../src/webmail/adapters/nextcloud-site.ts';
import { openXchangeSite } from '../../src/webmail/adapters/open-xchange-site.ts';
import { roundcubeSite } from '../../src/webmail/adapters/roundcube-site.ts';
import { snappymailSite } from '../../src/webmail/adapters/snappymail-site.ts';
import { sogoSite } from '../../src/webmail/adapters/sogo-site.ts';
import { zimbraSite } from '../../src/webmail/adapters/zimbra-site.ts';
import { zohoSite } from '../../src/webmail/adapters/zoho-site.ts';
import { watchSend } from '../../src/webmail/send-watch.ts';
import type { Adapter, Compose, EditorRef, Intent } from '../../src/webmail/types.ts';
import { languages } from '../fixtures/webmail/translate.ts';
import { loadFixture, one } from './load-fixture.ts';
import { adapterAt, click, composeAround, key, meaning, sizeByStyle } from './page-events.ts';

/*
 * Webmails that have one compose box at a time, most of them hosted by anybody. The parts of a fixture
 * are marked as in `site-behaviours.ts`, and what is expected of them has the same names.
 */

interface SiteCase {
  readonly id: string;
  readonly host: string;
  readonly family: EditorRef['family'];
  /** Who the answer goes to, as far as the page says it. */
  readonly alex: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly ctrlEnter: Intent;
  readonly discards: boolean;
  /** Something that keeps the message here. */
  readonly question: string;
}

const anywhere = 'mail.uni.example';
const alex = { name: 'Alex Kim', address: 'alex@acme.example' };
const named = { ...alex, address: '' };
const usual = { host: anywhere, family: 'exec', alex, subject: 'Re: Thursday' } as const;
const alert = '<div role="alertdialog"></div>';

const cases: readonly SiteCase[] = [
  {
    ...usual,
    id: 'nextcloud',
    family: 'paste',
    alex: named,
    ctrlEnter: 'send',
    discards: true,
    question: '<div class="empty-content" role="alert"></div>',
  },
  {
    ...usual,
    id: 'snappymail',
    ctrlEnter: 'send',
    discards: true,
    question: '<dialog open id="V-PopupsFolderSystem"></dialog>',
  },
  { ...usual, id: 'sogo', family: 'paste', ctrlEnter: null, discards: false, question: alert },
  {
    ...usual,
    id: 'zimbra',
    ctrlEnter: null,
    discards: false,
    question: '<div class="DwtDialog"></div>',
  },
  {
    ...usual,
    id: 'cypht',
    family: 'textarea',
    ctrlEnter: null,
    discards: false,
    question: '<div class="modal fade show"></div>',
  },
  {
    ...usual,
    id: 'open-xchange',
    alex: named,
    ctrlEnter: null,
    discards: true,
    question: '<div class="io-ox-alert io-ox-alert-error"></div>',
  },
  {
    ...usual,
    id: 'zoho',
    host: 'mail.zoho.eu',
    alex: { ...alex, name: '' },
    ctrlEnter: 'send',
    discards: true,
    question: alert,
  },
  {
    ...usual,
    id: 'gmx',
    host: '3c-bap.gmx.net',
    ctrlEnter: null,
    discards: false,
    question: alert,
  },
];

const part = (name: string): HTMLElement => one(`[data-part="${name}"]`);

function editor(): HTMLElement {
  const inner = document.querySelector<HTMLIFrameElement>('[data-part="frame"]')?.contentDocument;
  return inner ? one('[contenteditable="true"]', inner) : part('editor');
}

const adapterOf = (site: SiteCase): Adapter => adapterAt(site.host);
const boxOf = (site: SiteCase): Compose => composeAround(adapterOf(site), editor());

const behaviours: Readonly<Record<string, (site: SiteCase) => void>> = {
  'is taken for what it is': (site) => {
    expect(adapterOf(site).id).toBe(site.id);
  },

  'finds its box from the editor and from anything else in it': (site) => {
    const compose = boxOf(site);
    expect(compose).toMatchObject({ adapter: site.id, missing: [] });
    for (const name of ['send', 'other']) {
      expect(compose.root.contains(part(name))).toBe(true);
      expect(adapterOf(site).find(part(name))).toBe(compose);
    }
  },

  'finds none around the rest of the page': (site) => {
    expect(adapterOf(site).find(one('[data-elsewhere]'))).toBe(null);
    expect(adapterOf(site).find(document.body)).toBe(null);
  },

  'finds the editor that is typed into': (site) => {
    const found = boxOf(site).editor();
    expect(found?.element).toBe(editor());
    expect(found?.family).toBe(site.family);
  },

  'reads whom an answer goes to, about what, and what it answers': (site) => {
    const compose = boxOf(site);
    expect(compose.recipients()).toEqual([site.alex]);
    expect(compose.subject()).toBe(site.subject);
    expect(compose.task()).toBe('reply');
    expect(compose.incoming()?.text).toContain('Can you make it?');
  },

  'leaves out quote and signature': (site) => {
    const compose = boxOf(site);
    expect(compose.read()?.text).toBe('');
    const field = editor();
    if (field instanceof HTMLTextAreaElement) field.value = `Fine!\n${field.value}`;
    else field.firstElementChild?.replaceChildren('Fine!');
    const body = compose.read();
    expect(body?.text).toBe('Fine!');
    expect(body?.signature).toContain('Sam Porter');
    expect(body?.quote).toContain('Can you make it?');
  },

  'takes a press of the send button for a send, by mouse and by key': (site) => {
    const compose = boxOf(site);
    const button = part('send');
    expect(meaning(compose, button, click())).toBe('send');
    expect(meaning(compose, button.querySelector('span') ?? button, click())).toBe('send');
    expect(meaning(compose, button, key('Enter'))).toBe('send');
    expect(meaning(compose, button, key('Tab'))).toBe(null);
    expect(meaning(compose, part('other'), click())).toBe(null);
  },

  'knows its keys': (site) => {
    const compose = boxOf(site);
    expect(meaning(compose, editor(), key('Enter', { ctrlKey: true }))).toBe(site.ctrlEnter);
    expect(meaning(compose, editor(), key('Enter', { metaKey: true }))).toBe(site.ctrlEnter);
    expect(meaning(compose, editor(), key('Enter'))).toBe(null);
  },

  'knows what discards and what sends later, where anybody has seen it': (site) => {
    const compose = boxOf(site);
    const discard = document.querySelector('[data-part="discard"]');
    expect(discard !== null).toBe(site.discards);
    if (discard) expect(meaning(compose, discard, click())).toBe('discard');
    const later = document.querySelector('[data-schedule]');
    if (later) expect(meaning(compose, later, click())).toBe('schedule');
  },

  'sees a question, and sees the box go': (site) => {
    const compose = boxOf(site);
    expect(compose.sight()).toBe('open');
    document.body.insertAdjacentHTML('beforeend', site.question);
    expect(compose.sight()).toBe('blocked');
    document.body.lastElementChild?.remove();
    expect(compose.sight()).toBe('open');
    compose.root.style.display = 'none';
    // There it is only on its way then.
    expect(compose.sight()).toBe(site.id === 'open-xchange' ? 'open' : 'gone');
    compose.root.style.display = '';
    expect(compose.sight()).toBe('open');
    compose.root.remove();
    expect(compose.sight()).toBe('gone');
  },
};

const everywhere = cases.flatMap((site) =>
  languages.map((language) => ({ site, name: site.id, language })),
);

describe.each(everywhere)('$name in $language', ({ site, language }) => {
  beforeEach(() => {
    loadFixture(site.id, language);
    return sizeByStyle();
  });

  test.each(Object.entries(behaviours))('%s', (_behaviour, holds) => holds(site));
});

describe('on a host that says nothing', () => {
  const selfHosted = [
    cyphtSite,
    gmxSite,
    nextcloudSite,
    openXchangeSite,
    roundcubeSite,
    snappymailSite,
    sogoSite,
    zimbraSite,
    zohoSite,
  ];
  const fixtures = [
    ...cases.map(({ id }) => [id, id === 'zoho' ? [] : [id]] as const),
    ['roundcube-plain', ['roundcube']],
    ['roundcube-rich', ['roundcube']],
    ['gmail', []],
    ['outlook', []],
    ['proton', []],
    ['yahoo', []],
    ['fastmail', []],
    ['generic', []],
  ] as const;

  test.each(fixtures)('%s is taken for %j and nothing else', (fixture, expected) => {
    loadFixture(fixture);
    const taken = selfHosted.filter((site) =>
      createAdapter(site).matches({ hostname: anywhere } as Location, document),
    );
    expect(taken.map(({ id }) => id)).toEqual(expected);
  });
});

test('Nextcloud Mail that sends, fails and shows the composer again is not gone meanwhile', () => {
  loadFixture('nextcloud');
  const compose = composeAround(adapterAt(anywhere), editor());
  const composer = one('.message-composer');
  const sending = document.createElement('div');
  composer.replaceWith(sending);
  expect(compose.sight()).toBe('open');
  sending.className = 'empty-content';
  sending.setAttribute('role', 'alert');
  expect(compose.sight()).toBe('blocked');
  sending.replaceWith(composer);
  expect(compose.sight()).toBe('open');
});

test.each([
  ['snappymail', '.squire-plain', '.squire-wysiwyg'],
  ['zimbra', 'textarea.ZmHtmlEditorTextArea', 'iframe'],
])('%s after a switch to plain text', (fixture, plain, rich) => {
  loadFixture(fixture);
  const compose = composeAround(adapterAt(anywhere), editor());
  one(rich).style.display = 'none';
  one(plain).style.display = '';
  expect(compose.editor()).toMatchObject({ element: one(plain), family: 'textarea' });
});

test('Zoho’s hidden field for what is pasted is no compose box', () => {
  loadFixture('zoho');
  const hidden = one('#wms-pasteCapture');
  const zoho = adapterAt('mail.zoho.eu');
  expect(zoho.find(hidden)?.editor()?.element ?? null).not.toBe(hidden);
  one('#answer').remove();
  expect(zoho.find(hidden)).toBe(null);
});

test('Zimbra has put a box away when its editor lies far out of the window', () => {
  loadFixture('zimbra');
  sizeByStyle();
  const compose = composeAround(adapterAt(anywhere), editor());
  expect(compose.sight()).toBe('open');
  part('frame').style.left = '-10000px';
  expect(compose.sight()).toBe('gone');
  part('frame').style.left = '0px';
  expect(compose.sight()).toBe('open');
});

test('Open-Xchange has sent once its hidden window is taken away, and not where it comes back', async () => {
  loadFixture('open-xchange');
  const compose = composeAround(adapterAt(anywhere), editor());
  const said: string[] = [];
  const ending = new AbortController();
  const watch = watchSend(compose, {
    signal: ending.signal,
    now: () => Date.now(),
    onPending: () => said.push('pending'),
    onSent: () => said.push('sent'),
    onDiscarded: () => said.push('discarded'),
  });
  const { root } = compose;
  window.addEventListener('click', watch.handleEvent, { once: true, capture: true });
  part('send').dispatchEvent(click());
  root.style.display = 'none';
  await turn();
  root.style.display = '';
  await turn();
  root.style.display = 'none';
  await turn();
  expect(said).toEqual(['pending']);
  root.remove();
  await turn();
  expect(said).toEqual(['pending', 'sent']);
  ending.abort();
});

/** Until observers of the page have been told. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
