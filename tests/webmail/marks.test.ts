import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SiteData } from '../../src/webmail/adapters/site-data.ts';
import { quoteSelector, quoteStartSelector, signatureSelector } from '../../src/webmail/markers.ts';

const sites = readdirSync('src/webmail/adapters').filter((file) => file.endsWith('-site.ts'));

/** What the element itself has to be, of each selector in a list. */
const subjects = (selectors: string): string[] =>
  selectors
    .split(',')
    .map(
      (selector) =>
        selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1) ?? '',
    )
    .filter((subject) => subject !== '');

test('what marks a quote or signature is a blockquote or has an attribute: nothing else is looked at', async () => {
  const modules = await Promise.all(
    sites.map((file) => import(`../../src/webmail/adapters/${file}`)),
  );
  const data: SiteData[] = modules.flatMap((module) => Object.values(module));
  expect(data.length).toBeGreaterThan(10);
  const all = [
    ...[quoteSelector, quoteStartSelector, signatureSelector],
    ...data.flatMap(({ quote, signature }) => [quote, signature]),
  ];
  expect(all.flatMap(subjects).filter((one) => !/^blockquote|[.#[]/.test(one))).toEqual([]);
});
