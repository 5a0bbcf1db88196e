// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { showsThatItWent } from '../../src/entrypoints/background/next-page.ts';

/** What the tab shows at each look: HTML, or `null` where nobody can look into it. */
const fake = vi.hoisted(() => ({ shown: [] as (string | null)[], looks: 0, status: 200 }));

vi.mock('../../src/browser/extension.ts', () => ({
  browser: {
    scripting: {
      executeScript: async ({ func, args }: { func: (text: string) => string; args: [string] }) => {
        const html = fake.shown[Math.min(fake.looks++, fake.shown.length - 1)];
        if (html == null) throw new Error('Cannot access contents of the page.');
        document.body.innerHTML = html;
        return [{ result: func(...args) }];
      },
    },
  },
}));

let waited: number;
beforeEach(() => {
  [fake.looks, fake.status, waited] = [0, 200, 0];
  HTMLElement.prototype.checkVisibility = function () {
    return !this.hidden;
  };
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => [
    Object.assign(Object.create(null), { responseStatus: fake.status }),
  ]);
});

const went = (...shown: (string | null)[]): Promise<boolean> => {
  fake.shown = shown;
  return showsThatItWent({ tabId: 1, frameId: 0 }, 'Dear Ana,\n\nfine.', async (milliseconds) => {
    waited += milliseconds;
  });
};

test('a page that has neither a log-in nor the text in a field speaks for it, at the first look', async () => {
  expect(await went('<h1>Thanks</h1><p>Dear Ana, fine.</p><textarea></textarea>')).toBe(true);
  expect([fake.looks, waited]).toEqual([1, 0]);
});

test.each([
  ['a password', '<input type="password">'],
  ['a name to log in with', '<input autocomplete="section-a username">'],
])('a page that asks for %s does not', async (_what, login) => {
  expect(await went(login)).toBe(false);
  expect(fake.looks).toBe(1);
  fake.looks = 0;
  expect(await went(`<div>${login.replace('<input', '<input hidden')}</div>`)).toBe(true);
});

test('nor does an error', async () => {
  fake.status = 503;
  expect(await went('<h1>Thanks</h1>')).toBe(false);
});

test.each([
  ['a text field', '<textarea>On top.\nDear Ana,\nfine.\n> quote</textarea>'],
  ['a rich editor', '<div contenteditable><p>Dear Ana,</p><p>fine.</p></div>'],
])('nor one that has the text in %s again, however often one looks', async (_what, html) => {
  expect(await went(html)).toBe(false);
  expect(waited).toBe(8_000);
});

test('the old page is there for a moment, and a page on its way cannot be looked into', async () => {
  expect(await went('<textarea>Dear Ana, fine.</textarea>', null, '<h1>Thanks</h1>')).toBe(true);
  expect(fake.looks).toBe(3);
});

test('a tab that was closed, or shows another site, says nothing', async () => {
  expect(await went(null)).toBe(false);
});
