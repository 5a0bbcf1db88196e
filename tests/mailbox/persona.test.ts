import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, expand } from '../../bench/mailbox/contractions.ts';
import { joinParts, splitMail } from '../../bench/mailbox/mail-parts.ts';
import { alex, messages, rivera } from '../../bench/mailbox/messages.ts';
import { habitsOfSam, wanted } from '../../bench/mailbox/persona.ts';

const plain = `Hello Alex,

Thank you for your message about Friday stand-up.

11 is fine with me. I will tell Priya about it.

Please let me know if you have any questions.

Best regards,
Sam Porter`;

describe('what the simulated user wants', () => {
  it('is short, spoken and without courtesies for a close colleague', () => {
    expect(wanted(plain, alex.address)).toBe(`Hi Alex,

11 is fine with me. I'll tell Priya about it.

Cheers,
Sam`);
  });

  it('is formal, with the points in a list, for a client', () => {
    const draft = plain.replace('Hello Alex', 'Hello Maria').replace('I will', "I'll");
    expect(wanted(draft, rivera.address)).toBe(`Dear Dr. Rivera,

Thank you for your message about Friday stand-up.

- 11 is fine with me.
- I will tell Priya about it.

Please let me know if you have any questions.

Kind regards,
Sam Porter`);
  });

  it('leaves a single point in prose for a client', () => {
    const draft =
      'Hello Maria,\n\nThe report will be ready on 14 March.\n\nBest regards,\nSam Porter';
    expect(wanted(draft, rivera.address)).toBe(
      'Dear Dr. Rivera,\n\nThe report will be ready on 14 March.\n\nKind regards,\nSam Porter',
    );
  });

  it('turns a list into one paragraph for a colleague', () => {
    expect(
      wanted('Hi Alex,\n\n- One is done.\n- Two is not done.\n\nBest,\nSam', alex.address),
    ).toBe("Hi Alex,\n\nOne is done. Two isn't done.\n\nCheers,\nSam");
  });

  it('adds greeting and closing where the draft has none', () => {
    expect(wanted('It is done.', alex.address)).toBe("Hi Alex,\n\nIt's done.\n\nCheers,\nSam");
  });

  it('keeps a title from being taken for the end of a sentence', () => {
    const draft = 'Hello,\n\nI met Dr. Lee on Monday.\n\nRegards,\nSam';
    expect(wanted(draft, rivera.address)).toContain('\n\nI met Dr. Lee on Monday.\n\n');
  });

  it('is settled at once, whatever the draft', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Hello Alex,',
        'Thank you for your message.',
        'I am not sure! It is late.',
        '- A point.',
        '• Another',
        'Best regards,',
        'Sam Porter',
        '',
      ),
      fc
        .array(
          fc.constantFrom('the', 'report', 'Dr. Lee', 'I', 'am', 'not', '14', "it's", 'hope'),
          {
            minLength: 1,
          },
        )
        .map((words) => `${words.join(' ')}.`),
    );
    const recipients = habitsOfSam.map(({ address }) => address);
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom(...recipients), (lines, recipient) => {
        const once = wanted(lines.join('\n'), recipient);
        expect(wanted(once, recipient)).toBe(once);
      }),
    );
  });

  it('does not exist for somebody unknown', () => {
    expect(() => wanted('Hello', 'nobody@acme.example')).toThrow('nobody@acme.example');
  });
});

describe('a mail taken apart', () => {
  it('has its words in the same order when it is put together again', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Hi Jo,', 'Cheers,'))),
        (lines) => {
          const text = lines.join('\n');
          expect(words(joinParts(splitMail(text)))).toEqual(words(text));
        },
      ),
    );
  });
});

describe('contractions', () => {
  it.each([
    ['I am here and it is late.', "I'm here and it's late."],
    ['I cannot, I will not, I do not.', "I can't, I won't, I don't."],
    ['I have seen it; we have reached them.', "I've seen it; we've reached them."],
    ['They are late. I will wait.', "They're late. I'll wait."],
  ])('%s ⇄ %s', (full, short) => {
    expect(contract(full)).toBe(short);
    expect(expand(short)).toBe(full);
  });

  it('leaves "I have a question" as it is', () => {
    expect(contract('I have a question.')).toBe('I have a question.');
  });
});

describe('the inbox', () => {
  it('has at least eight messages from each of the two, each with notes for its answer', () => {
    for (const { address, notes } of habitsOfSam) {
      const ids = messages.filter(({ from }) => from.address === address).map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(8);
      expect([...notes.keys()].toSorted()).toEqual(ids.toSorted());
    }
  });

  it('has no two messages with the same id', () => {
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });
});
