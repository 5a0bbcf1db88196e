import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { piiSamples } from '../../../bench/trust/pii.ts';
import { recallOf } from '../../../bench/trust/pii-recall.ts';
import { plainSamples } from '../../../bench/trust/plain-samples.ts';
import { createVault } from '../../../src/models/redact/vault.ts';

const mask = (text: string): string => createVault().mask(text);
const samples = piiSamples();
const recall = recallOf(samples, mask);

test('there are enough sentences, and no two kinds of sets', () => {
  expect(samples.length).toBeGreaterThanOrEqual(1_500);
  expect(new Set(samples.map(({ text }) => text)).size).toBeGreaterThan(1_400);
});

test.each([
  ['email', 0.99],
  ['card', 0.99],
  ['iban', 0.99],
  ['link', 0.99],
  ['phone', 0.95],
  ['id', 0.9],
  ['secret', 0.95],
  ['number', 0.95],
] as const)('%s: at least %f are hidden whole', (kind, least) => {
  const { hidden, of, missed } = recall.get(kind) ?? { hidden: 0, of: 1, missed: [] };
  expect(hidden / of, missed.join('\n')).toBeGreaterThanOrEqual(least);
});

test('every sentence comes back as it was', () => {
  for (const { text } of samples) {
    const vault = createVault();
    expect(vault.restore(vault.mask(text))).toBe(text);
  }
});

test('everyday numbers are left alone', () => {
  const plain = plainSamples();
  const touched = plain.filter((text) => mask(text) !== text);
  expect(touched.length / plain.length, touched.join('\n')).toBeLessThanOrEqual(0.01);
});

/** The practice mails: notes, people, prices, dates, orders; no identifier but what is made of @ and http. */
const folder = 'bench/learning/scripted/mails';
const benign = readdirSync(folder)
  .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').match(/'[^'\n]{12,}'/g) ?? [])
  .filter((text) => !/@|https?:/.test(text));

test('in the practice mails hardly anything is hidden', () => {
  expect(benign.length).toBeGreaterThan(200);
  const touched = benign.filter((text) => mask(text) !== text);
  expect(touched.length / benign.length, touched.join('\n')).toBeLessThanOrEqual(0.01);
});
