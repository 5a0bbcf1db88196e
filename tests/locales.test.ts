import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../manifest.json' with { type: 'json' };
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import { faultCodes } from '../src/learning/fault.ts';

const messages = z.record(
  z.string(),
  z.strictObject({ message: z.string(), description: z.string().optional() }),
);
const paths = globSync('public/_locales/*/messages.json').toSorted();
const languages = paths.map((path) => {
  const read = messages.parse(JSON.parse(readFileSync(path, 'utf8')));
  const language = path.split('/').at(-2) ?? '';
  return {
    language,
    sentences: new Map(Object.entries(read).map(([key, { message }]) => [key, message])),
  };
});
const others = languages.filter(({ language }) => language !== 'en');

const keys = Object.keys(english);
const sentencesOf = new Map(Object.entries(english).map(([key, { message }]) => [key, message]));
const sources = globSync(['src/**/*.{ts,tsx}', 'manifest.json'])
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
/** Sentences that count: the one for one, and the one for many. */
const counted = new Map(
  [...sources.matchAll(/'(\w+)',\s*'(\w+)',?\s*\)/g)]
    .map(([, one = '', many = '']) => [one, many] as const)
    .filter(([one, many]) => sentencesOf.has(one) && sentencesOf.get(many)?.includes('$1')),
);
const fillings = (sentence: string): string[] => [...new Set(sentence.match(/\$\d/g))].toSorted();

/** The forms a language has for counts; after 1,000 they begin anew, but for millions. */
function formsOf(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1_000 }, (_, count) => rules.select(count)));
}

/** Sentences that are the same as in English, and right: names in all languages, words in some. */
const alike: Readonly<Record<string, readonly string[]>> = {
  all: ['Penchant', 'MiniLM', 'CIPHER-1', 'CIPHER-5'],
  de: ['Domain', 'Server', 'Tokens', 'Webmail'],
  es: ['No', 'Tokens'],
  fr: ['Message', 'Options', 'Services', 'Sites', 'Structure', 'Tokens', 'Webmail'],
  ja: ['Ctrl + Enter'],
};

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

test('these are the languages, and where there is no other it is English', () => {
  expect(languages.map(({ language }) => language)).toEqual(['de', 'en', 'es', 'fr', 'ja']);
  expect(manifest.default_locale).toBe('en');
});

test('what counts is found in the sources', () => {
  expect(counted.get('history_word')).toBe('history_words');
  expect(counted.size).toBeGreaterThan(8);
});

describe.each(languages)('in $language', ({ language, sentences }) => {
  const say = (key: string): string => sentences.get(key) ?? '';

  test('every sentence is there, and none that English does not have', () => {
    const forms = [...formsOf(language)].filter((form) => form !== 'one' && form !== 'other');
    const ownForms = [...counted.values()].flatMap((many) =>
      forms.map((form) => `${many}_${form}`),
    );
    expect([...sentences.keys()].toSorted()).toEqual([...keys, ...ownForms].toSorted());
  });

  test('it knows which language it is', () => {
    expect(say('ui_language')).toBe(language);
  });

  test('none is empty, or has other places to fill', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence.trim(), key).not.toBe('');
      // `$word$` is a place with a name, which we do not use.
      expect(sentence, key).not.toMatch(/\$(?!\d)/);
      if (!counted.has(key))
        expect(fillings(sentence), key).toEqual(fillings(sentencesOf.get(key) ?? ''));
    }
  });

  test('what is one for it and not only 1 is written as a number', () => {
    const rules = new Intl.PluralRules(language);
    const isOnlyOne = rules.select(0) !== 'one';
    for (const one of counted.keys()) {
      if (!isOnlyOne) expect(say(one), one).toContain('$1');
      expect(
        fillings(say(one)).filter((place) => place !== '$1'),
        one,
      ).toEqual([]);
    }
  });

  test('the browsers and their stores take what is in the manifest', () => {
    expect(say('name').length).toBeLessThanOrEqual(45);
    expect(say('description').length).toBeLessThanOrEqual(132);
  });

  test('its quotes and its spaces are those of the language', () => {
    const quotes = { en: '“”’', de: '„“', es: '«»', fr: '«»’', ja: '「」' }[language] ?? '';
    for (const [key, sentence] of sentences) {
      const marks = sentence.match(/["'“”„‟«»‹›「」『』’‘‚`´]|\.\.\./g) ?? [];
      expect(
        marks.filter((mark) => !quotes.includes(mark)),
        key,
      ).toEqual([]);
      expect(sentence, key).not.toMatch(/ {2}|^\s/);
      if (language === 'fr')
        expect(sentence, key).not.toMatch(/[^\u202f](?:[;?!»]|:(?!\S))|«(?!\u202f)/);
    }
  });
});

test.each(others)('nothing was left in English in $language', ({ language, sentences }) => {
  const same = [...sentences].flatMap(([key, sentence]) =>
    sentence === sentencesOf.get(key) ? [sentence] : [],
  );
  const known = [...(alike['all'] ?? []), ...(alike[language] ?? [])];
  expect([...new Set(same)].toSorted()).toEqual(known.toSorted());
});
