// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import { PopupPage } from '../../src/ui/popup/popup-page.tsx';
import { createPreferenceBook } from '../../src/ui/preferences/preference-book.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, choose, click, hide, one, press, settle, show, text, type } from './page-test.ts';
import { sampleEvidence, samplePreference, twentyPreferences } from './sample-preferences.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const open = () => {
  const book = createPreferenceBook();
  void book.load();
  return show(<PopupPage book={book} />);
};
const hi = 'Greets with “Hi <first name>,”';
const words = 'What do you like?';

beforeEach(newWorld);
afterEach(() => {
  vi.useRealTimers();
  hide();
});

test('Enter saves an edit with the revision it was made on', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Edit: ${hi}`);
  expect(document.activeElement).toBe(one('textarea', words));
  await type(words, 'Greets with “Hello <first name>,”');
  await press('Enter');
  expect(world.preferences).toMatchObject([
    { description: 'Greets with “Hello <first name>,”', revision: 4 },
  ]);
  expect(document.activeElement).toBe(one('button', 'Edit: Greets with “Hello <first name>,”'));
});

test('Escape leaves everything as it was, and the popup open', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Edit: ${hi}`);
  await type(words, 'Something else');
  expect(await press('Escape')).toBe(false);
  expect(world.preferences).toEqual([samplePreference()]);
  expect(text()).toContain(hi);
});

test('what was changed elsewhere is told, shown, and not overwritten until saved again', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Edit: ${hi}`);
  await type(words, 'Mine');
  world.preferences = [samplePreference({ description: 'Theirs', revision: 4 })];
  await press('Enter');
  expect(world.preferences).toMatchObject([{ description: 'Theirs' }]);
  expect(text()).toContain('This was changed in the meantime.');
  expect(text()).toContain('It now reads: “Theirs”');
  expect(one<HTMLTextAreaElement>('textarea', words).value).toBe('Mine');
  await press('Enter');
  expect(world.preferences).toMatchObject([{ description: 'Mine', revision: 5 }]);
});

test('what is deleted is gone at once, and Undo brings back exactly that', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Delete: ${hi}`);
  expect(world.preferences).toEqual([]);
  expect(document.activeElement).toBe(one('button', `Undo: Deleted: ${hi}`));
  await click(`Undo: Deleted: ${hi}`);
  expect(world.preferences).toEqual([samplePreference()]);
  expect(all('button', `Undo: Deleted: ${hi}`)).toEqual([]);
});

test('Undo is offered for ten seconds', async () => {
  world.preferences = [samplePreference()];
  await open();
  vi.useFakeTimers();
  await click(`Delete: ${hi}`);
  vi.advanceTimersByTime(9_900);
  await settle();
  expect(all('button', `Undo: Deleted: ${hi}`)).toHaveLength(1);
  vi.advanceTimersByTime(200);
  await settle();
  expect(all('button', `Undo: Deleted: ${hi}`)).toEqual([]);
  expect(document.activeElement).not.toBe(document.body);
});

test.each([
  ['Yes, this is right', 'active'],
  ['No, this is not right', 'paused'],
])('“%s” makes a new preference %s', async (answer, status) => {
  world.preferences = [samplePreference({ status: 'provisional' })];
  await open();
  await click(`${answer}: ${hi}`);
  expect(world.preferences).toMatchObject([{ status }]);
});

test('a preference is paused and used again', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Pause: ${hi}`);
  expect(world.preferences).toMatchObject([{ status: 'paused' }]);
  await click(`Use again: ${hi}`);
  expect(world.preferences).toMatchObject([{ status: 'active' }]);
});

test('evidence shows the newest edit first, word by word, and last what was sent as it was', async () => {
  world.preferences = [
    samplePreference({
      evidence: [
        sampleEvidence(),
        sampleEvidence({ episodeId: 'e2', before: 'See you soon!', after: 'See you soon.' }),
        sampleEvidence({ episodeId: 'e3', says: 'confirms', before: '', after: '' }),
        sampleEvidence({ episodeId: 'e4', says: 'confirms', before: '', after: '' }),
      ],
    }),
  ];
  await open();
  await click('from 4 mails');
  const rows = [...document.querySelectorAll('.evidence > .list > li')];
  expect(rows.map((row) => row.querySelector('del')?.lastChild?.textContent)).toEqual([
    '!',
    'Dear',
  ]);
  expect(rows[1]?.querySelector('ins')?.lastChild?.textContent).toBe('Hi');
  const kept = document.querySelector('.evidence > details');
  expect(kept?.querySelector('summary')?.textContent).toBe('Sent as it was drafted 2 times');
  expect(kept?.querySelectorAll('li')).toHaveLength(2);
});

test('text from a mail stays text', async () => {
  const nasty = '<img src=x onerror="alert(1)">';
  world.preferences = [
    samplePreference({ description: nasty, evidence: [sampleEvidence({ after: nasty })] }),
  ];
  await open();
  await click('from 1 mail');
  expect(text()).toContain(nasty);
  expect(document.querySelector('img')).toBeNull();
});

test('one’s own preference is written for the person the mail goes to', async () => {
  world.here.compose = {
    site: 'mail.example.com',
    recipients: [{ address: 'alex@acme.example', name: 'Alex Kim' }],
    subject: '',
    isChanged: false,
  };
  await open();
  expect(text()).toContain('Writing to Alex Kim');
  expect(text()).not.toContain('built differently');
  await click('Write a preference of your own');
  await type(words, '  Never promises a date ');
  await choose('It is about', 'content');
  await choose('Where it holds', 'recipient');
  expect(one<HTMLInputElement>('input', 'Their address').value).toBe('alex@acme.example');
  await type('Their address', 'no address');
  await click('Save');
  expect(world.preferences).toEqual([]);
  await type('Their address', 'Alex@Acme.example');
  await click('Save');
  expect(world.preferences).toMatchObject([
    {
      description: 'Never promises a date',
      facet: 'content',
      scope: { kind: 'recipient', address: 'alex@acme.example' },
      origin: 'user',
    },
  ]);
});

test('a page that has changed is said to have, once and calmly', async () => {
  world.here.compose = {
    site: 'mail.example.com',
    recipients: [],
    subject: '',
    isChanged: true,
  };
  await open();
  expect(text().split('This page is built differently')).toHaveLength(2);
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('');
});

test('an empty preference is not saved', async () => {
  await open();
  await click('Write a preference of your own');
  await type(words, '   ');
  await press('Enter');
  expect(text()).toContain('Write a few words first.');
  expect(world.log).not.toContain('preferences.add');
});

test('what applies here stands first; the search finds words, facets and people, accents aside', async () => {
  world.preferences = [
    samplePreference({
      id: 'a',
      description: 'Schließt mit „Grüße“',
      facet: 'closing',
      scope: { kind: 'recipient', address: 'noa@galil.example' },
    }),
    samplePreference({ id: 'b' }),
  ];
  await open();
  const shown = () =>
    [...document.querySelectorAll('.description')].map((element) => element.textContent);
  expect(shown()).toEqual([hi, 'Schließt mit „Grüße“']);
  for (const query of ['grusse', 'CLOSING', 'galil closing']) {
    await type('Search preferences', query === 'grusse' ? 'gruße' : query);
    expect(shown()).toEqual(['Schließt mit „Grüße“']);
  }
  await press('Escape');
  expect(shown()).toHaveLength(2);
});

test('what was replaced by something newer stands last and says so', async () => {
  world.preferences = twentyPreferences();
  await open();
  const rows = [...document.querySelectorAll('.preference')];
  expect(rows).toHaveLength(20);
  expect(rows.at(-1)?.textContent).toContain('No closing at all');
  expect(rows.at(-1)?.textContent).toContain('Replaced by a newer one');
});

test('“/” goes to the search box, but can be typed into a field', async () => {
  await open();
  expect(await press('/')).toBe(false);
  expect(document.activeElement).toBe(one('input', 'Search preferences'));
  expect(await press('/')).toBe(true);
});

describe('a long list', () => {
  let idle: (() => void)[];
  beforeEach(() => {
    idle = [];
    vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
    world.preferences = Array.from({ length: 1_300 }, (_, at) =>
      samplePreference({ id: `p${at}`, description: `Likes ${at}`, updatedAt: at }),
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  const whole = async () => {
    while (idle.length > 0) {
      idle.shift()?.();
      await settle();
    }
  };

  test('makes forty rows, and more at a click', async () => {
    await open();
    await whole();
    expect(document.querySelectorAll('.preference')).toHaveLength(40);
    await click('Show 40 more');
    expect(document.querySelectorAll('.preference')).toHaveLength(80);
  });

  test('is there with its newest before the rest has come', async () => {
    await open();
    expect(world.log.filter((name) => name === 'preferences.part')).toEqual([]);
    expect(text()).toContain('Likes 1299');
    expect(document.querySelectorAll('.count')).toHaveLength(0);
    await whole();
    expect(text()).toContain('1300');
    await type('Search preferences', 'Likes 7');
    await settle();
    expect(text()).toContain('328 preferences found');
  });

  test('what was deleted does not come back with the rest', async () => {
    await open();
    await click('Delete: Likes 1299');
    expect(all('button', 'Delete: Likes 1299')).toEqual([]);
    await whole();
    expect(all('button', 'Delete: Likes 1299')).toEqual([]);
    expect(all('button', 'Delete: Likes 1298')).toHaveLength(1);
  });
});

test('the list is narrowed by what it is about and by where it holds', async () => {
  const recipient = { kind: 'recipient', address: 'ana@acme.example' } as const;
  world.preferences = [
    samplePreference({ id: 'a', description: 'One' }),
    samplePreference({ id: 'b', description: 'Two', facet: 'closing' }),
    samplePreference({ id: 'c', description: 'Three', facet: 'closing', scope: recipient }),
  ];
  await open();
  const shown = () =>
    [...document.querySelectorAll('.description')].map(({ textContent }) => textContent);
  await choose('Show what is about', 'closing');
  expect(shown().toSorted()).toEqual(['Three', 'Two']);
  await choose('Show what holds for', 'recipient');
  expect(shown()).toEqual(['Three']);
  expect(text()).toContain('1 preference found');
  await choose('Show what is about', '');
  await choose('Show what holds for', '');
  expect(shown()).toHaveLength(3);
});

test('a ground rule of one’s own stands by itself', async () => {
  world.preferences = [
    samplePreference({ id: 'a', description: 'One' }),
    samplePreference({
      id: 'b',
      description: 'Never promise a date',
      origin: 'user',
      evidence: [],
    }),
  ];
  await open();
  const rules = one('ul', 'Your ground rules, for every mail');
  expect(rules.textContent).toContain('Never promise a date');
  expect(rules.querySelectorAll('.preference')).toHaveLength(1);
});

test('a pinned preference is the user’s own, until it is given back', async () => {
  world.preferences = [samplePreference()];
  await open();
  await click(`Edit: ${hi}`);
  await act(() => one('input', 'Pinned').click());
  await settle();
  expect(world.preferences).toMatchObject([{ origin: 'user', revision: 4 }]);
  await act(() => one('input', 'Pinned').click());
  await settle();
  expect(world.preferences).toMatchObject([{ origin: 'learned', revision: 5 }]);
});

test('two that are the same become one, and Undo makes them two again', async () => {
  const other = samplePreference({ id: 'p2', description: 'Says hi', revision: 1 });
  world.preferences = [samplePreference(), other];
  await open();
  await click(`Edit: ${hi}`);
  await choose('The same as another', 'p2');
  await click('Merge');
  expect(world.preferences).toMatchObject([{ id: 'p1', description: hi, revision: 4 }]);
  expect(text()).toContain('Merged: Says hi');
  await click('Undo: Merged: Says hi');
  expect(world.preferences).toContainEqual(other);
  expect(world.preferences.find(({ id }) => id === 'p1')?.evidence).toHaveLength(1);
});

test('learning is switched off for everybody, or for whom one writes to', async () => {
  world.here = {
    ...world.here,
    compose: {
      site: 'mail.example.com',
      recipients: [{ address: 'ana@acme.example', name: 'Ana' }],
      subject: '',
      isChanged: false,
    },
  };
  await open();
  await act(() => one('input', 'Also in mails to Ana').click());
  await settle();
  expect(world.settings.notFrom).toEqual(['ana@acme.example']);
  await act(() => one('input', 'Learn from what I change').click());
  await settle();
  expect(world.settings.learning).toBe(false);
  expect(all('input', 'Also in mails to Ana')).toEqual([]);
});

test('switching a site on asks the browser in the click, before anything else', async () => {
  await open();
  world.log = [];
  await click('Use Penchant on mail.example.com');
  expect(world.log[0]).toBe('permission: https://mail.example.com/*');
  expect(world.settings.sites).toEqual(['https://mail.example.com']);
  await click('Switch off: mail.example.com');
  expect(world.settings.sites).toEqual([]);
  expect(world.granted.size).toBe(0);
});

test('a refused site stays off, and that is said', async () => {
  world.allows = false;
  await open();
  await click('Use Penchant on mail.example.com');
  expect(world.settings.sites).toEqual([]);
  expect(text()).toContain('mail.example.com stays off');
});

test('a site whose permission was taken away is not said to be on', async () => {
  world.settings = { ...world.settings, sites: ['https://mail.example.com'] };
  await open();
  expect(one('button', 'Use Penchant on mail.example.com')).toBeTruthy();
});

test('waiting edits are told with what they wait for', async () => {
  world.answers['episodes.list'] = () => ({
    episodes: [],
    waiting: 2,
    fault: { code: 'unreachable', detail: 'models.example' },
  });
  await open();
  expect(text()).toContain('2 edits are waiting to be learned from.');
  expect(text()).toContain('The server at models.example cannot be reached.');
});

test('a list that cannot be read says so and can be tried again', async () => {
  world.answers['preferences.first'] = () => {
    throw new Fault('storage-failed', 'disk');
  };
  await open();
  expect(text()).toContain('This could not be saved or read (disk).');
  world.answers = {};
  world.preferences = [samplePreference()];
  await click('Try again');
  expect(text()).toContain(hi);
  expect(text()).not.toContain('could not be saved');
});

test('what happened to the memory is told as long as the popup is open', async () => {
  world.preferences = [samplePreference()];
  const usual = world.here;
  world.answers['preferences.first'] = () => {
    world.answers = {};
    return {
      here: { ...usual, applies: [], learning: { all: true, recipient: true } },
      preferences: world.preferences,
      total: 1,
      notice: { code: 'memory-restored', detail: '7' },
    };
  };
  await open();
  expect(text()).toContain('Its preferences (7) were all brought back');
  await click('Try again');
  expect(text()).toContain('Its preferences (7) were all brought back');
  expect(text()).toContain(hi);
});

test('a delete that fails keeps the preference and says why', async () => {
  world.preferences = [samplePreference()];
  world.answers['preferences.delete'] = () => {
    throw new Fault('storage-full');
  };
  await open();
  await click(`Delete: ${hi}`);
  expect(text()).toContain('The disk is full');
  expect(text()).toContain(hi);
});

test('a draft can be asked for from here, and the popup makes way', async () => {
  const close = vi.spyOn(window, 'close').mockReturnValue();
  await open();
  await click('Ask for a draft here');
  expect(world.log).toContain('panel.open');
  expect(close).toHaveBeenCalled();
});
