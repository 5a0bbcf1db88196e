import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { direction, language } from '../../src/browser/language.ts';
import { countText } from '../../src/ui/count-text.ts';
import {
  amountText,
  dateText,
  dollarsText,
  listText,
  numberText,
  percentText,
  sizeText,
} from '../../src/ui/format.ts';

const chosen = vi.hoisted(() => ({
  sentences: new Map<string, string>(),
  ui: 'en',
}));

vi.mock('../../src/browser/extension.ts', () => ({
  browser: {
    i18n: {
      getUILanguage: () => chosen.ui,
      getMessage: (key: string, values: readonly string[] = []) =>
        (chosen.sentences.get(key) ?? '').replace(
          /\$(\d)/g,
          (_, at) => values[Number(at) - 1] ?? '',
        ),
    },
  },
}));

const messages = z.record(z.string(), z.object({ message: z.string() }));

/** A browser in the language `ui`, which takes the sentences of the language `ours`. */
function speak(ours: string, ui = ours, more: Readonly<Record<string, string>> = {}): void {
  const read = messages.parse(
    JSON.parse(readFileSync(`public/_locales/${ours}/messages.json`, 'utf8')),
  );
  const own = Object.entries(read).map(([key, { message }]) => [key, message] as const);
  chosen.sentences = new Map([...own, ...Object.entries(more)]);
  chosen.ui = ui;
}
afterEach(() => chosen.sentences.clear());

const narrow = '\u202f';
const firm = '\u00a0';

test('the language is that of the sentences, in the variety that the user has', () => {
  speak('de', 'de-AT');
  expect(language()).toBe('de-AT');
  speak('es', 'es-419');
  expect(language()).toBe('es-419');
});

test('where we do not speak the language, numbers and dates are English as the sentences are', () => {
  speak('en', 'ar', { '@@bidi_dir': 'rtl' });
  expect(language()).toBe('en');
  expect(numberText(1234.5, 1)).toBe('1,234.5');
  expect(direction()).toBe('rtl');
});

test('it runs from left to right where the browser says nothing else', () => {
  speak('fr');
  expect(direction()).toBe('ltr');
});

const mails = (count: number): string => countText(count, 'dash_mails_one', 'dash_mails');

test('in French none is counted like one', () => {
  speak('fr');
  expect([0, 1, 2].map(mails)).toEqual(['0 e-mail', '1 e-mail', '2 e-mails']);
});

test('in German and Spanish none is counted like many', () => {
  speak('de');
  expect([0, 1, 1234].map(mails)).toEqual(['0 E-Mails', '1 E-Mail', '1.234 E-Mails']);
  speak('es');
  expect([0, 1, 12345].map(mails)).toEqual(['0 correos', '1 correo', '12.345 correos']);
});

test('in Japanese one is counted like all', () => {
  speak('ja');
  expect([0, 1, 2].map(mails)).toEqual(['0通のメール', '1通のメール', '2通のメール']);
});

test('a form that English does not have has a sentence of its own', () => {
  const polish = {
    ui_language: 'pl',
    dash_mails_one: '1 list',
    dash_mails_few: '$1 listy',
    dash_mails: '$1 listów',
  };
  speak('en', 'pl', polish);
  expect([1, 2, 5, 22].map(mails)).toEqual(['1 list', '2 listy', '5 listów', '22 listy']);
});

test('numbers are written as in the language', () => {
  speak('de');
  expect(percentText(0.126)).toBe(`13${firm}%`);
  expect(sizeText(1_234_000)).toBe('1,2 MB');
  expect(amountText(0.25)).toBe('0,25');
  expect(amountText(12_000)).toBe('12000');
  expect(dollarsText(0.001234)).toBe(`0,0012${firm}$`);
  speak('fr');
  expect(numberText(12_345)).toBe(`12${narrow}345`);
  speak('ja');
  expect(percentText(0.126)).toBe('13%');
});

test('days and names are written as in the language', () => {
  const day = new Date(2026, 2, 5, 14, 30).getTime();
  speak('de', 'de-CH');
  expect(dateText(day)).toBe('05.03.2026');
  expect(listText(['Alex', 'Bea', 'Chris'])).toBe('Alex, Bea und Chris');
  speak('ja');
  expect(dateText(day)).toBe('2026/03/05');
  expect(listText(['Alex', 'Bea'])).toBe('Alex、Bea');
  speak('en', 'en-GB');
  expect(dateText(day)).toBe('5 Mar 2026');
  expect(listText(['Alex'])).toBe('Alex');
});
