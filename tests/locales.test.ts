import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import { faultCodes } from '../src/learning/fault.ts';

const keys = Object.keys(english);
const sources = globSync(['src/**/*.{ts,tsx}', 'manifest.json'])
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test.each(faultCodes)('%s has a sentence', (code) => {
  expect(keys).toContain(`fault_${code.replaceAll('-', '_')}`);
});

test('every sentence is used, or made from a word of the method', () => {
  const made = /^(dash|fault|facet|intent|outbound|scope|status|stored)_/;
  const unused = keys.filter((key) => !made.test(key) && !sources.includes(key));
  expect(unused).toEqual([]);
});

test('keys are what both browsers take', () => {
  for (const key of keys) expect(key).toMatch(/^[a-z0-9_]+$/);
});
