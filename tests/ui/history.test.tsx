// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Fault } from '../../src/learning/fault.ts';
import type { Episode } from '../../src/learning/types.ts';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { createSettingsBook } from '../../src/ui/settings/settings-book.ts';
import { sampleEpisode } from '../store/samples.ts';
import { newWorld, world } from './fake-extension.ts';
import { all, choose, click, hide, one, press, show, text, type } from './page-test.ts';
import { samplePreference } from './sample-preferences.ts';

vi.mock('../../src/browser/extension.ts', () => import('./fake-extension.ts'));

const known = samplePreference({ id: 'hi' });
const usage = { calls: 1, inputTokens: 1_234, outputTokens: 56 };
const applied = {
  id: 'hi',
  revision: 1,
  facet: 'greeting',
  description: 'Greets with “Hi”',
} as const;
let episodes: Episode[];
let log: string[];

const open = (): Promise<void> => {
  location.hash = 'history';
  return show(<OptionsPage book={createSettingsBook()} />);
};
const row = (who: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>('.episode-head .episode-who', who)[0]?.closest('button');
  if (!found) throw new Error(`${who} is not there.`);
  return found;
};
const openRow = async (who: string): Promise<void> => {
  await vi.waitFor(() => row(who));
  row(who).click();
  await vi.waitFor(() => expect(row(who).getAttribute('aria-expanded')).toBe('true'));
};

beforeEach(() => {
  newWorld();
  log = [];
  const sent = {
    outcome: 'sent',
    final: 'Hi Ada, lunch on Friday?',
    cost: { words: 1, normalised: 0.125 },
  } as const;
  const to = (name: string) => ({
    context: { ...sampleEpisode('').context, recipients: [{ address: `${name}@x.example`, name }] },
  });
  episodes = [
    sampleEpisode('new', {
      ...sent,
      ...to('Ada'),
      guidance: { text: 't', preferences: [applied, { ...applied, id: 'gone' }] },
      standing: { kind: 'inferred', preferenceIds: ['hi'] },
      usage: { draft: usage, learn: { calls: 0, inputTokens: 0, outputTokens: 0 } },
    }),
    sampleEpisode('open', to('Bo')),
    sampleEpisode('out', { ...sent, ...to('Cleo'), isLeftOut: true }),
    sampleEpisode('same', { ...sent, ...to('Dan'), cost: { words: 0, normalised: 0 } }),
  ];
  world.answers['episodes.ids'] = () => ({ ids: episodes.map(({ id }) => id) });
  world.answers['episodes.read'] = ({ ids }) => ({
    episodes: episodes.filter(({ id }) => ids.includes(id)),
  });
  world.preferences = [known];
  world.answers['memory.take-out'] = ({ ids, how }) => {
    log.push(`${how} ${ids.join()}`);
    if (how === 'leave-out') {
      episodes = episodes.map((episode) =>
        ids.includes(episode.id) ? { ...episode, isLeftOut: true, standing: null } : episode,
      );
    }
    return { token: 't', episodes: ids.length, preferences: 1 };
  };
  world.answers['memory.put-back'] = () => {
    log.push('put back');
    return {};
  };
  world.answers['memory.learn-again'] = ({ id }) => {
    log.push(`again ${id}`);
    episodes = episodes.map(({ isLeftOut: _out, ...episode }) => episode);
    return {};
  };
});
afterEach(hide);

test('each draft has a line that says to whom and what became of it', async () => {
  await open();
  await vi.waitFor(() => row('Ada'));
  const lines = [...document.querySelectorAll('.episode-head')].map((line) => line.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Ada.*Lunch1 word changed$/),
    expect.stringMatching(/Not sent$/),
    expect.stringMatching(/Left out of learning$/),
    expect.stringMatching(/Sent as drafted$/),
  ]);
  expect(text()).toContain('4 drafts, newest first');
});

test('opened, it shows the words that changed, what was applied and why, what it taught and cost', async () => {
  await open();
  await openRow('Ada');
  expect(document.querySelector('del')?.textContent).toContain('Dear');
  expect(document.querySelector('ins')?.textContent).toContain('Hi');
  expect(text()).toContain('Greets with “Hi”');
  await vi.waitFor(() => expect(text()).toContain('no longer there'));
  expect(text()).toContain(known.description);
  expect(text()).toContain('1 word changed, 13% of the text');
  expect(text()).toContain('Draft: 1 request · 1,234 tokens in, 56 out');
  expect(text()).toContain('Learning: no request');
  expect(text()).toContain('WriterBuilt-in');
});

test('"do not learn from this" marks it, and Undo takes that back', async () => {
  await open();
  await openRow('Ada');
  await click('Do not learn from this: Ada');
  await vi.waitFor(() => expect(row('Ada').textContent).toContain('Left out of learning'));
  expect(log).toEqual(['leave-out new']);
  await click('Undo: Left out of learning: Ada');
  expect(log).toEqual(['leave-out new', 'put back']);
});

test('what was left out can be learned from after all, and what was never sent not be left out', async () => {
  await open();
  await openRow('Cleo');
  await click('Learn from it after all: Cleo');
  await vi.waitFor(() => expect(row('Cleo').textContent).toContain('1 word changed'));
  expect(log).toEqual(['again out']);
  await openRow('Bo');
  expect(all('button', 'Do not learn from this: Bo')).toEqual([]);
});

test('one draft is erased at once, with a way back under the focus', async () => {
  await open();
  await openRow('Bo');
  await click('Erase: Bo');
  await vi.waitFor(() => expect(all('.episode-who', 'Bo')).toEqual([]));
  expect(text()).toContain('3 drafts, newest first');
  expect(document.activeElement).toBe(one('button', 'Undo: Erased: Bo'));
  await click('Undo: Erased: Bo');
  await vi.waitFor(() => row('Bo'));
  expect(log).toEqual(['erase open', 'put back']);
});

test('a failure is told and leaves the draft where it is', async () => {
  world.answers['memory.take-out'] = () => {
    throw new Fault('storage-full');
  };
  await open();
  await openRow('Bo');
  await click('Erase: Bo');
  await vi.waitFor(() => expect(text()).toContain('The disk is full'));
  row('Bo');
});

test('with nothing there, it says what will be', async () => {
  episodes = [];
  await open();
  await vi.waitFor(() => expect(text()).toContain('No draft yet.'));
});

describe('searching', () => {
  const names = () =>
    [...document.querySelectorAll('.episode-who')].map(({ textContent }) => textContent);
  const status = () => document.querySelector('p[role="status"]')?.textContent;

  test('finds by correspondent, subject, draft and sent text, and says how many', async () => {
    await open();
    await vi.waitFor(() => row('Ada'));
    await type('Search mails', 'BÓ@x');
    await vi.waitFor(() => expect(names()).toEqual(['Bo']));
    expect(status()).toBe('1 draft found');
    await type('Search mails', 'friday hi');
    await vi.waitFor(() => expect(names()).toEqual(['Ada', 'Cleo', 'Dan']));
    expect(status()).toBe('3 drafts found');
    await type('Search mails', 'nothing like it');
    await vi.waitFor(() => expect(names()).toEqual([]));
    expect(status()).toBe('0 drafts found');
    one('input', 'Search mails').focus();
    await press('Escape');
    await vi.waitFor(() => expect(names()).toHaveLength(4));
    expect(status()).toBe('4 drafts, newest first');
  });

  test('narrows by what the preferences of a draft were about; “/” goes to the box', async () => {
    await open();
    await vi.waitFor(() => row('Ada'));
    await choose('Show mails drafted with preferences about', 'greeting');
    await vi.waitFor(() => expect(names()).toEqual(['Ada']));
    await press('/');
    expect(document.activeElement).toBe(one('input', 'Search mails'));
  });

  test('an erased mail is found no more, and again once that is undone', async () => {
    await open();
    await vi.waitFor(() => row('Ada'));
    await type('Search mails', 'friday hi');
    await vi.waitFor(() => expect(names()).toEqual(['Ada', 'Cleo', 'Dan']));
    await openRow('Dan');
    await click('Erase: Dan');
    await vi.waitFor(() => expect(names()).toEqual(['Ada', 'Cleo']));
    expect(status()).toBe('2 drafts found');
    await click('Undo: Erased: Dan');
    await vi.waitFor(() => expect(names()).toEqual(['Ada', 'Cleo', 'Dan']));
  });
});
