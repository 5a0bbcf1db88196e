import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, follow, takeBack } from '../../bench/learning/scripted/eyes.ts';
import { allSaid, readMail, writeOut } from '../../bench/learning/scripted/mail.ts';
import { ownWords } from '../../bench/learning/scripted/own-words.ts';
import { isUncounted, type Wish } from '../../bench/learning/scripted/wish.ts';
import { gist } from '../../bench/learning/scripted/wording.ts';
import { follows } from '../../src/learning/habits/follows.ts';
import { measure } from '../../src/learning/mail/measure.ts';
import { drafts, everyWish, someWishes, toAnn } from './scripted-drafts.ts';

const own = ownWords(everyWish, toAnn);
const read = (text: string) => readMail(text, own);
const followed = (text: string, ...wishes: readonly Wish[]): string =>
  writeOut(follow(wishes, read(text), toAnn));

const plain = `Hello Ann,

Thank you for your message about “offer, please”.

It is valid until Friday. Could you tell me who signs it? I just need page 3!

Please let me know if you have any questions.

Best regards,
Sam Porter`;
const body = (text: string): string => text.split('\n\n').slice(1, -1).join('\n\n');

describe('what the user makes of a mail', () => {
  it.each<[Wish, string]>([
    [{ kind: 'greeting', text: 'Dear <name>,' }, plain.replace('Hello Ann', 'Dear Ann Lee')],
    [{ kind: 'greeting', text: null }, plain.replace('Hello Ann,\n\n', '')],
    [
      { kind: 'closing', text: 'Cheers,\nSam' },
      plain.replace('Best regards,\nSam Porter', 'Cheers,\nSam'),
    ],
    [{ kind: 'contractions', use: true }, plain.replace('It is', "It's")],
    [{ kind: 'exclamations', use: false }, plain.replace('!', '.')],
    [{ kind: 'emoji', use: true, example: '🙂' }, plain.replace('questions.', 'questions. 🙂')],
    [{ kind: 'hedges', use: false }, plain.replace('I just need', 'I need')],
    [{ kind: 'replace', from: 'please', to: 'pls' }, plain.replace('Please let', 'Pls let')],
    [
      { kind: 'line', place: 'closing', text: 'No rush on this.' },
      plain.replace('questions.', 'questions.\n\nNo rush on this.'),
    ],
    [
      { kind: 'order', questions: 'last' },
      plain.replace(
        'Could you tell me who signs it? I just need page 3!',
        'I just need page 3! Could you tell me who signs it?',
      ),
    ],
    [
      { kind: 'courtesies', use: true, only: 'opening' },
      plain.replace('\n\nPlease let me know if you have any questions.', ''),
    ],
  ])('changes nothing but what %o asks for', (wish, expected) => {
    expect(followed(plain, wish)).toBe(expected);
  });

  it('gathers the points in a list, and puts a list into prose', () => {
    const listed = followed(plain, { kind: 'list', use: true });
    expect(body(listed)).toContain(
      '- It is valid until Friday.\n- Could you tell me who signs it?\n- I just need page 3!',
    );
    expect(followed(listed, { kind: 'list', use: false })).toBe(plain);
  });

  it('cuts the prose into paragraphs', () => {
    expect(body(followed(plain, { kind: 'paragraphs', shape: 'one' }))).not.toContain('\n');
    const split = followed(plain, { kind: 'paragraphs', shape: 'sentence' });
    expect(body(split).split('\n\n')).toHaveLength(5);
  });

  it('is softer where a sentence can be softened', () => {
    const soft = followed('Hello,\n\nThe room is free.', { kind: 'hedges', use: true });
    expect(soft).toBe('Hello,\n\nJust so you know, the room is free.');
    expect(check({ kind: 'hedges', use: true }, read('Who signs it?'), toAnn)).toBe(null);
  });

  it('exclaims where it is friendliest, and nowhere in bad news', () => {
    const loud = (text: string): string => followed(text, { kind: 'exclamations', use: true });
    expect(loud('Thank you for the cake. It is good.')).toBe('Thank you for the cake! It is good.');
    expect(loud('It is done. See page 3. Is it late?')).toBe('It is done. See page 3! Is it late?');
    expect(loud('Unfortunately, it is late.')).toBe('Unfortunately, it is late.');
  });

  it('takes back what belongs elsewhere, and only that', () => {
    for (const wish of everyWish) {
      const draft = read(plain);
      const wrong = follow([wish], draft, toAnn);
      expect(writeOut(takeBack(wish, wrong, draft, toAnn)), JSON.stringify(wish)).toBe(plain);
    }
  });

  it('leaves a plain draft alone that follows a foreign wish by itself', () => {
    const loud = read('Hi,\n\nGreat!');
    const wish = { kind: 'exclamations', use: true } as const;
    expect(takeBack(wish, loud, loud, toAnn)).toBe(loud);
  });
});

describe('whatever the draft', () => {
  it('is taken apart and put together without a change', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(writeOut(read(draft))).toBe(draft);
      }),
    );
  });

  it('follows a wish after it was applied, and is settled at once', () => {
    fc.assert(
      fc.property(drafts, someWishes, (draft, wishes) => {
        const once = follow(wishes, read(draft), toAnn);
        for (const wish of wishes) expect(check(wish, once, toAnn), wish.kind).not.toBe(false);
        expect(writeOut(follow(wishes, once, toAnn))).toBe(writeOut(once));
        const again = read(writeOut(once));
        expect(writeOut(follow(wishes, again, toAnn))).toBe(writeOut(once));
      }),
    );
  });

  it('keeps saying the same', () => {
    const matter = (text: string): string[] =>
      allSaid(read(text))
        .filter(({ role }) => role === 'matter')
        .map(({ text: said }) => gist(said))
        .toSorted();
    fc.assert(
      fc.property(drafts, someWishes, (draft, wishes) => {
        const manner = wishes.filter(({ kind }) => kind !== 'replace');
        expect(matter(followed(draft, ...manner))).toEqual(matter(draft));
      }),
    );
  });

  it('changes only the words that are to be replaced', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const changed = followed(draft, { kind: 'replace', from: 'free', to: 'open' });
        expect(changed).toBe(draft.replaceAll('free', 'open'));
      }),
    );
  });

  it('looks to the user as it is counted by the product', () => {
    // A dash below a list may as well be one more item, and half contracted is neither.
    const unclear = (draft: string): boolean => /^- /mu.test(draft) && draft.endsWith('– S.');
    const counted = everyWish.filter(
      (wish) => !isUncounted(wish) && !(wish.kind === 'contractions' && wish.use),
    );
    let compared = 0;
    fc.assert(
      fc.property(
        drafts.filter((draft) => !unclear(draft)),
        (draft) => {
          const mail = read(draft);
          const measured = measure(draft, toAnn);
          for (const wish of counted) {
            const seen = check(wish, mail, toAnn);
            const told = isUncounted(wish) ? null : follows(wish, measured, toAnn);
            if (seen === null || told === null) continue;
            compared++;
            expect(told, JSON.stringify(wish)).toBe(seen);
          }
        },
      ),
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
