import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Fixture, fixturesIn, halfOf, readFixtures } from '../../bench/quotes/fixture.ts';
import { rightBy, score } from '../../bench/quotes/score.ts';

const mails = '../shared/data/email_quote_fixtures.jsonl';
const mail = (id: string, text: string, reply: string, language = 'en'): Fixture => ({
  ...{ id, text, reply, language },
  source: 'own',
  half: 'tuned',
});

test('only the form of the lines may differ from the reply', () => {
  const quoted = '\n\nOn 3 May 2024, Kim wrote:\n> Fine?';
  const { right, total, misses } = score([
    mail('same', `Yes.  \r\n\r\n\r\nSam${quoted}`, 'Yes.\n\nSam\n'),
    mail('another', `Yes.\nSam${quoted}`, 'Yes.\n\nSam'),
    mail('more', `Yes.\nSam\nPort${quoted}`, 'Yes.\nPort'),
  ]);
  expect([right, total]).toEqual([1, 3]);
  expect(misses.map(({ id, diff }) => [id, ...diff])).toEqual([
    ['another', '- '],
    ['more', '+ Sam'],
  ]);
});

test('right ones are counted by language', () => {
  const fixtures = [mail('a', 'x', 'x'), mail('b', 'x', 'y'), mail('c', 'x', 'x', 'de')];
  expect(rightBy('language', fixtures)).toEqual(['de 1/1', 'en 1/2']);
});

test('a record without a reply is left out, and a wrong one is named', async () => {
  const record = { id: '1', lang: 'en', source_repo: 'own', text: 'x', expected_reply: null };
  const lines = [record, { ...record, expected_reply: 'x' }].map((each) => JSON.stringify(each));
  expect(fixturesIn(lines.join('\n')).map(({ reply }) => reply)).toEqual(['x']);
  expect(() => fixturesIn('\n{"id":"1"}')).toThrow(/^Line 2: lang: /);
  expect(() => fixturesIn('{')).toThrow('Line 1: is no JSON.');
  expect(await readFixtures('no/such/file.jsonl')).toBeNull();
});

test('a mail belongs to one half for good', () => {
  expect(['a', 'd', 'e', 'f'].map(halfOf)).toEqual(['tuned', 'tuned', 'unseen', 'unseen']);
});

test.skipIf(!existsSync(mails))('at least 95 of 100 mails are read as expected', async () => {
  const { right, total } = score((await readFixtures(mails)) ?? []);
  expect(total).toBeGreaterThan(40);
  expect(right / total).toBeGreaterThanOrEqual(0.95);
});
