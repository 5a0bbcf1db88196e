// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { knownWebmails } from '../../src/ui/sites/known-webmails.ts';
import { languages } from '../fixtures/webmail/translate.ts';
import { loadFixture, one } from './load-fixture.ts';
import { adapterAt, composeAround, sizeByStyle } from './page-events.ts';
import { behaviours, editorOf, type SiteCase } from './site-behaviours.ts';

const alex = { name: 'Alex Kim', address: 'alex@acme.example' };
const maria = { name: 'Maria Rivera', address: 'm.rivera@uni.example' };
const nameless = { name: 'Maria Rivera', address: '' };
const text = 'Can you make it?\nAlex';
const ctrlEnter = ['Enter', { ctrlKey: true }, 'send'] as const;
const cmdEnter = ['Enter', { metaKey: true }, 'send'] as const;

const sites: readonly SiteCase[] = [
  {
    id: 'gmail',
    fixture: 'gmail',
    hosts: ['mail.google.com'],
    alex,
    maria,
    incoming: { from: alex, text },
    subject: 'Re: Thursday',
    keys: [
      ctrlEnter,
      cmdEnter,
      ['D', { ctrlKey: true, shiftKey: true }, 'discard'],
      ['Enter', { ctrlKey: true, shiftKey: true }, null],
    ],
    question: '',
    discards: true,
    schedules: true,
    protect: (lock) => lock.setAttribute('aria-pressed', 'true'),
  },
  {
    id: 'outlook',
    fixture: 'outlook',
    hosts: [
      'outlook.live.com',
      'outlook.office.com',
      'outlook.office365.com',
      'outlook.cloud.microsoft',
    ],
    alex: { ...alex, address: '' },
    maria: nameless,
    incoming: { from: { ...alex, address: '' }, text },
    subject: '',
    keys: [ctrlEnter, cmdEnter, ['s', { altKey: true }, 'send']],
    question: 'fui-DialogSurface',
    discards: true,
    schedules: false,
    protect: null,
  },
  {
    id: 'proton',
    fixture: 'proton',
    hosts: ['mail.proton.me'],
    alex,
    maria: { ...maria, name: '' },
    incoming: { from: alex, text },
    subject: 'Re: Thursday',
    keys: [ctrlEnter, cmdEnter],
    question: '',
    discards: true,
    schedules: true,
    protect: (lock) => lock.setAttribute('aria-pressed', 'true'),
  },
  {
    id: 'yahoo',
    fixture: 'yahoo',
    hosts: ['mail.yahoo.com', 'mail.aol.com'],
    alex,
    maria,
    incoming: { from: alex, text },
    subject: '',
    keys: [ctrlEnter, cmdEnter],
    question: '',
    discards: false,
    schedules: false,
    protect: null,
  },
  {
    id: 'fastmail',
    fixture: 'fastmail',
    hosts: ['app.fastmail.com'],
    alex,
    maria,
    incoming: { from: alex, text },
    subject: 'Re: Thursday',
    keys: [ctrlEnter, cmdEnter],
    question: 'v-Modal',
    discards: true,
    schedules: false,
    protect: null,
  },
];

test.each(sites)('$id can be switched on by name on each of its hosts', ({ hosts }) => {
  const offered = knownWebmails.map(({ origin }) => new URL(origin).hostname);
  expect(offered).toEqual(expect.arrayContaining([...hosts]));
  // A browser asks for a host only where the manifest says that it may.
  expect(manifest.optional_host_permissions).toContain('https://*/*');
});

test.each(sites.filter(({ subject }) => subject === ''))(
  '$id: an answer that shows neither subject nor quote is one by its place',
  (site) => {
    loadFixture(site.fixture);
    const compose = composeAround(adapterAt(site.hosts[0]), editorOf('answer'));
    editorOf('answer').replaceChildren();
    expect(compose.read()?.quote).toBe('');
    expect(compose.task()).toBe('reply');
    expect(compose.incoming()).toEqual(site.incoming);
    one('[data-elsewhere]').remove();
    expect(compose.task()).toBe('new');
  },
);

const everywhere = sites.flatMap((site) =>
  languages.map((language) => ({ site, name: site.id, language })),
);

describe.each(everywhere)('$name in $language', ({ site, language }) => {
  beforeEach(() => {
    loadFixture(site.fixture, language);
    return sizeByStyle();
  });

  test.each(Object.entries(behaviours))('%s', (_behaviour, holds) => holds(site));
});
