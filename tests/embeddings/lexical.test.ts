import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { cosine } from './cosine.ts';

const embedder = createLexicalEmbedder();
const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const nearness = async (one: string, two: string) => {
  const [a, b] = await embedder.embed([one, two]);
  return cosine(a, b);
};

describe('the built-in encoder', () => {
  it('gives every text a vector of 384 finite numbers and length 1', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const [vector] = await embedder.embed([text]);
        expect(vector?.encoder).toBe('lexical-1');
        expect(vector?.values).toHaveLength(384);
        expect(vector?.values.every(Number.isFinite)).toBe(true);
        expect(cosine(vector, vector)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('gives a text the same vector every time, whatever stands beside it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(anyText, { maxLength: 4 }), async (text, others) => {
        const [alone] = await embedder.embed([text]);
        expect((await embedder.embed([...others, text])).at(-1)).toEqual(alone);
      }),
    );
  });

  it('does not mind the order of words, letter case or compatibility forms', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.lorem({ maxCount: 1 }), { minLength: 1 }), async (words) => {
        const text = words.join(' ');
        expect(await nearness(text, words.toReversed().join('  ').toUpperCase())).toBeCloseTo(1, 4);
      }),
    );
    expect(await nearness('Straße', 'STRASSE')).toBeCloseTo(1, 5);
    expect(await nearness('ﬁnal １２３', 'final 123')).toBeCloseTo(1, 5);
    expect(await nearness('ΟΔΟΣ', 'οδος')).toBeCloseTo(1, 5);
    expect(await nearness('Zoe\u0308', 'Zoë')).toBeCloseTo(1, 5);
  });

  it('has one direction for all texts without a word, away from the others', async () => {
    expect(await nearness('', ' \n—…!')).toBeCloseTo(1, 5);
    expect(Math.abs(await nearness('', 'The invoice is overdue.'))).toBeLessThan(0.3);
  });

  it.each([
    {
      what: 'topic',
      text: 'Could you send the invoice for the March delivery?',
      near: 'The March invoices are still missing, please send them.',
      far: 'Shall we play tennis on Sunday with Ruth and Paul?',
    },
    {
      what: 'person',
      text: 'To: Anna Berg <anna.berg@example.org>. The slides are ready.',
      near: 'To: Anna Berg <anna.berg@example.org>. Lunch tomorrow?',
      far: 'To: Tom Reed <tom.reed@example.com>. Lunch tomorrow?',
    },
    {
      what: 'address, all words being the same',
      text: 'To: kim.lee@corp.example. The slides are ready.',
      near: 'To: kim.lee@corp.example. Lunch?',
      far: 'To: lee.kim@corp.example. Lunch?',
    },
    {
      what: 'inflected word',
      text: 'Terminverschiebung',
      near: 'die Termine verschieben',
      far: 'die Rechnung bezahlen',
    },
    {
      what: 'topic in Russian',
      text: 'Пришлите, пожалуйста, счёт за март.',
      near: 'Счета за март ещё не оплачены.',
      far: 'Когда начинается концерт?',
    },
    {
      what: 'topic in Japanese, which has no spaces',
      text: '来週の会議の時間を変更したいです',
      near: '会議は来週に変更になりました',
      far: '請求書をお送りください',
    },
    {
      what: 'topic in Thai, which has none either',
      text: 'ขอเลื่อนการประชุมเป็นวันพุธ',
      near: 'การประชุมเลื่อนไปสัปดาห์หน้า',
      far: 'กรุณาส่งใบแจ้งหนี้',
    },
  ])('finds the mail on the same $what nearer than another', async ({ text, near, far }) => {
    expect(await nearness(text, near)).toBeGreaterThan((await nearness(text, far)) + 0.1);
  });
});
