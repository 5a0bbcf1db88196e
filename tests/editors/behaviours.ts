import { expect } from 'vitest';
import type { Hands } from './hands.ts';

/** One thing that has to be right in every editor. Rejects where it is not. */
export interface Behaviour {
  readonly name: string;
  run(hands: Hands): Promise<void>;
}

const draft =
  'Hi Alex,\n\nThursday works. See <you> & "Room 4".\nSecond line.\n\nCheers,\nSam Miller';
const other = 'Hello Alex,\n\nno, sorry.\nAnother day?';

/** Without regard to how an editor keeps several spaces in a row; blank lines around it are dropped. */
const lines = (text: string): string[] =>
  text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/^\s+|\s+$/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());

const words = (text: string): string[] => lines(text).filter((line) => line !== '');

const count = (text: string, part: string): number => text.split(part).length - 1;

/** The lines of a reply that are not the user's, from the signature on. */
const below = (text: string): string[] => {
  const all = words(text);
  return all.slice(all.indexOf('--'));
};

async function insertOk(hands: Hands, text: string, replace?: string): Promise<void> {
  expect(await hands.insert(text, replace)).toMatchObject({ ok: true });
}

/** Puts the caret at the end of the first of the user's two lines. */
async function caretInOwnText({ tab }: Hands): Promise<void> {
  await tab.press('Control+Home');
  await tab.press('End');
}

export const behaviours: readonly Behaviour[] = [
  {
    name: 'once',
    async run(hands) {
      await hands.open('empty');
      await insertOk(hands, draft);
      const model = await hands.model();
      for (const line of words(draft)) expect(count(model, line)).toBe(1);
      expect(words(model)).toHaveLength(words(draft).length);
    },
  },
  {
    name: 'order and blank lines',
    async run(hands) {
      await hands.open('empty');
      await insertOk(hands, draft);
      expect(lines(await hands.model())).toEqual(lines(draft));
      expect(lines(await hands.visible())).toEqual(lines(draft));
    },
  },
  {
    name: 'one Ctrl+Z',
    async run(hands) {
      await hands.open('own');
      const before = await hands.model();
      await hands.tab.press('Control+End');
      await insertOk(hands, draft);
      expect(lines(await hands.model())).toEqual([...lines(before), '', ...lines(draft)]);
      await hands.tab.press('Control+z');
      expect(lines(await hands.model())).toEqual(lines(before));
      expect(words(await hands.visible())).toEqual(words(before));
    },
  },
  {
    name: 'typing undoes apart',
    async run(hands) {
      await hands.open('own');
      const before = await hands.model();
      await hands.tab.press('Control+End');
      await insertOk(hands, draft);
      const both = await hands.model();
      await hands.pause();
      await hands.tab.type('!');
      expect(words(await hands.model())).toEqual([...words(both).slice(0, -1), 'Sam Miller!']);
      await hands.tab.press('Control+z');
      expect(lines(await hands.model())).toEqual(lines(both));
      await hands.tab.press('Control+z');
      expect(lines(await hands.model())).toEqual(lines(before));
    },
  },
  {
    name: 'read-back',
    async run(hands) {
      await hands.open('reply');
      await insertOk(hands, draft);
      const body = await hands.read();
      const visible = lines(await hands.visible());
      expect(lines(body.text)).toEqual(lines(draft));
      expect(lines(visible.slice(0, visible.indexOf('--')).join('\n'))).toEqual(lines(body.text));
      expect(words(body.signature)).toEqual(['--', 'Sam Porter']);
      expect(words(body.quote).join(' ')).toMatch(/Kim Lee .*Can we meet on Thursday\? .*Kim$/);
    },
  },
  {
    name: 'model agrees',
    async run(hands) {
      await hands.open('reply');
      await insertOk(hands, draft);
      expect(words(await hands.model())).toEqual(words(await hands.visible()));
      // An editor with a stale model puts it back with the next key.
      await hands.tab.type('!');
      const typed = words(await hands.model());
      expect(typed).toEqual(words(await hands.visible()));
      expect(typed).toContain('Sam Miller!');
    },
  },
  {
    name: 'replaces its last',
    async run(hands) {
      await hands.open('own');
      await hands.tab.press('Control+End');
      const own = words(await hands.model());
      await insertOk(hands, draft);
      await insertOk(hands, other, draft);
      expect(words(await hands.model())).toEqual([...own, ...words(other)]);
      expect(lines(await hands.model()).slice(-words(other).length - 1)).toEqual(lines(other));
      await hands.tab.type(' Yes?');
      await insertOk(hands, draft, other);
      const model = await hands.model();
      expect(words(model).slice(0, 5)).toEqual([...own, ...words(`${other} Yes?`)]);
      expect(words(model).slice(5)).toEqual(words(draft));
    },
  },
  {
    name: 'replaces amid text',
    async run(hands) {
      await hands.open('own');
      await caretInOwnText(hands);
      await insertOk(hands, draft);
      await hands.tab.type('\n');
      // Trix puts the caret on the new line only when it draws it.
      await hands.drawn();
      await hands.tab.type('PS mine');
      await insertOk(hands, other, draft);
      const around = (text: string): string[] => [
        'First words',
        ...words(text),
        'PS mine',
        'Last words',
      ];
      expect(words(await hands.model())).toEqual(around(other));
      // The one before it must not come back with what is undone.
      await insertOk(hands, 'A third one.', other);
      expect(words(await hands.model())).toEqual(around('A third one.'));
    },
  },
  {
    name: 'taken out again',
    async run(hands) {
      await hands.open('own');
      const before = words(await hands.model());
      await hands.tab.press('Control+End');
      await insertOk(hands, draft);
      expect(await hands.undo(draft)).toBe(true);
      expect(words(await hands.model())).toEqual(before);
      await insertOk(hands, draft);
      await hands.tab.type('!');
      const changed = words(await hands.model());
      expect(await hands.undo(draft)).toBe(false);
      expect(words(await hands.model())).toEqual(changed);
    },
  },
  {
    name: 'all scripts',
    async run(hands) {
      const text =
        'שלום אלכס,\n\nיום חמישי בסדר (חדר 4).\nسلام می‌کنم\n\n您好，木曜日で大丈夫です。\n👍🏽 Fine 👨‍👩‍👧!';
      await hands.open('empty');
      await insertOk(hands, text);
      expect(lines(await hands.model())).toEqual(lines(text));
      expect((await hands.read()).text).toBe(text);
    },
  },
  {
    name: '30 kB',
    async run(hands) {
      const text = Array.from(
        { length: 500 },
        (_, n) => `Line ${n} has some words that fill it up to sixty letters.${n % 5 ? '' : '\n'}`,
      ).join('\n');
      expect(text.length).toBeGreaterThan(28_000);
      await hands.open('empty');
      await insertOk(hands, text);
      expect(lines(await hands.model())).toEqual(lines(text));
      expect(lines((await hands.read()).text)).toEqual(lines(text));
    },
  },
  {
    name: 'above the quote',
    async run(hands) {
      await hands.open('reply');
      const before = below(await hands.model());
      await insertOk(hands, draft);
      const model = await hands.model();
      expect(words(model)).toEqual([...words(draft), ...before]);
    },
  },
  {
    name: 'at the caret',
    async run(hands) {
      await hands.open('own');
      await caretInOwnText(hands);
      await insertOk(hands, draft);
      const expected = ['First words', '', ...lines(draft), '', 'Last words'];
      expect(lines(await hands.model())).toEqual(expected);
    },
  },
  {
    name: 'focus in our panel',
    async run(hands) {
      await hands.open('own');
      await caretInOwnText(hands);
      await hands.say({ does: 'open-panel' });
      await hands.tab.type('notes');
      await insertOk(hands, draft);
      expect(words(await hands.model())).toEqual(['First words', ...words(draft), 'Last words']);
      await hands.say({ does: 'close-panel' });
      await hands.tab.type('!');
      expect(words(await hands.model())).toContain('Sam Miller!');
    },
  },
  {
    name: 'caret in the quote',
    async run(hands) {
      await hands.open('reply');
      const before = below(await hands.model());
      await hands.tab.press('Control+End');
      await insertOk(hands, draft);
      expect(words(await hands.model())).toEqual([...words(draft), ...before]);
    },
  },
];
