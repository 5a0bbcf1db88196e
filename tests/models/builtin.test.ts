import { describe, expect, test } from 'vitest';
import type { Context, Guidance } from '../../src/learning/types.ts';
import { createBuiltinWriter } from '../../src/models/builtin/builtin-writer.ts';
import { mailContext } from '../learning/mail-context.ts';

const writer = createBuiltinWriter({ name: 'Sam Porter' });
const lines = (...all: string[]): string => all.join('\n');

function guidanceOf(...descriptions: string[]): Guidance {
  return {
    text: descriptions.map((description, index) => `${index + 1}. ${description}`).join('\n'),
    preferences: descriptions.map((description, index) => ({
      id: `p${index}`,
      revision: 0,
      facet: 'other',
      description,
    })),
  };
}

async function drafted(changes: Partial<Context>, ...habits: string[]): Promise<string> {
  const guidance = habits.length > 0 ? guidanceOf(...habits) : null;
  return (await writer.draft({ context: mailContext(changes), guidance, examples: [] })).text;
}

describe('a plain draft', () => {
  test('of a reply', async () => {
    expect(await drafted({ notes: "i'm fine with friday; ask whether he has the keys" })).toBe(
      lines(
        'Hello Alex,',
        '',
        'Thank you for your message about “Offsite”.',
        '',
        'I am fine with Friday. Could you tell me whether you have the keys?',
        '',
        'Please let me know if you have any questions.',
        '',
        'Best regards,',
        'Sam Porter',
      ),
    );
  });

  test('of a new mail', async () => {
    expect(await drafted({ task: 'new', incoming: null, notes: 'The slides are ready' })).toBe(
      lines(
        'Hello Alex,',
        '',
        'The slides are ready.',
        '',
        'Please let me know if you have any questions.',
        '',
        'Best regards,',
        'Sam Porter',
      ),
    );
  });

  test('without notes acknowledges, and promises nothing', async () => {
    const body =
      'Thank you for your message about “Offsite”. This is to confirm that I have received it.';
    expect(await drafted({})).toBe(
      lines('Hello Alex,', '', body, '', 'Best regards,', 'Sam Porter'),
    );
  });

  test('in German goes on in small letters', async () => {
    const notes = 'ich komme am Montag; frag ob der Termin steht';
    expect(await drafted({ language: 'de-AT', notes }, 'no courtesies')).toBe(
      lines(
        'Guten Tag Alex,',
        '',
        'ich komme am Montag. Können Sie mir sagen, ob der Termin steht?',
        '',
        'Viele Grüße',
        'Sam Porter',
      ),
    );
  });

  test('in French and Spanish', async () => {
    expect(await drafted({ language: 'fr', notes: 'je serai là mardi' })).toContain(
      'Cordialement,',
    );
    expect(await drafted({ language: 'es', notes: 'puedes llamarme' })).toContain(
      '¿Puedes llamarme?',
    );
  });

  test('in another language has no courtesies, in other letters no phrases either', async () => {
    expect(await drafted({ language: 'it', notes: 'giovedì va bene' })).toBe(
      lines('Hello Alex,', '', 'Giovedì va bene.', '', 'Best regards,', 'Sam Porter'),
    );
    expect(await drafted({ language: 'ja', notes: '木曜日で大丈夫です；資料を送ります' })).toBe(
      lines('木曜日で大丈夫です。資料を送ります。', '', 'Sam Porter'),
    );
  });

  test('greets nobody by a name that is none', async () => {
    const shop = { name: 'Halden Print', address: 'accounts@haldenprint.example' };
    const notes = 'it is paid';
    expect(await drafted({ recipients: [shop], incoming: null, notes })).toMatch(/^Hello,\n/);
    expect(
      await drafted(
        { recipients: [shop], incoming: null, notes },
        'Greets with “Dear <last name>,”',
      ),
    ).toMatch(/^Hello,\n/);
    expect(
      await drafted({ recipients: [], incoming: null, notes }, 'Greets with “Hi <first name>,”'),
    ).toMatch(/^Hi,\n/);
    const rivera = { name: 'Dr. Maria Rivera', address: 'm.rivera@uni.example' };
    expect(await drafted({ recipients: [rivera], incoming: null, notes })).toMatch(
      /^Hello Dr\. Rivera,\n/,
    );
  });

  test('names only a subject that reads well', async () => {
    expect(await drafted({ subject: 'AW: Fwd: Staging login?', notes: 'yes' })).toContain(
      'about “Staging login”.',
    );
    expect(await drafted({ subject: 'WIN!!! Now', notes: 'yes' })).toContain(
      'Thank you for your message.',
    );
    expect(await drafted({ subject: 'a $& b', notes: 'yes' })).toContain('about “a $& b”.');
  });

  test('nothing to write about', async () => {
    await expect(drafted({ incoming: null, notes: '  ' })).rejects.toMatchObject({
      code: 'empty-notes',
    });
  });
});

describe('notes become sentences', () => {
  const only = ['no courtesies', 'no greeting', 'no closing'];
  test.each([
    ['ask for the invoice', 'Could you send me the invoice?'],
    ['ask for a call next week', 'Could we arrange a call next week?'],
    ['ask for more time', 'Could you let me have more time?'],
    ['ask when the report is due', 'Could you tell me when the report is due?'],
    ['ask what is the deadline', 'What is the deadline?'],
    ["ask him to send it and tell him I'll be late", 'Could you send it? I will be late.'],
    ['ask whether she needs her keys', 'Could you tell me whether you need your keys?'],
    [
      'ask if it works; ask for the file',
      'Could you tell me if it works? Could you also send me the file?',
    ],
    ['thanks for the cake!', 'Thank you for the cake!'],
    ['thank Alex for the slides', 'Thank you for the slides.'],
    ['confirm the order', 'I confirm the order.'],
    ['please confirm the order', 'Please confirm the order.'],
    ['decline the invitation politely', 'Unfortunately, I have to decline the invitation.'],
    ["can't make it on thursday", 'Unfortunately, I cannot make it on Thursday.'],
    ['say that we are closed', 'We are closed.'],
    ['tell Priya about it', 'Tell Priya about it.'],
    ['please have a look', 'Please have a look.'],
    ['will send it tomorrow', 'I will send it tomorrow.'],
    ['can we move it to 3', 'Can we move it to 3?'],
    ['when I am back I will call', 'When I am back I will call.'],
    ['see https://example.com/a', 'See https://example.com/a.'],
    ['iPhone is late', 'iPhone is late.'],
    ['- one\n- two', 'One. Two.'],
    ["don't you worry, it's done 🎉", "Don't you worry, it is done 🎉"],
    ['Dr. Smith will join. Bring p. 5.', 'Dr. Smith will join. Bring p. 5.'],
  ])('%s', async (notes, said) => {
    expect(await drafted({ notes }, ...only)).toBe(said);
  });
});

describe('habits are obeyed', () => {
  const notes = 'I am fine with friday; the room is booked! 🎉; I just need the keys';

  test('a whole style', async () => {
    const text = await drafted(
      { notes },
      'Greets with “Hey <first name> –”',
      'Closes with “/S”',
      'Leaves out courtesies such as “Thank you for your message”',
      'Puts several points in a bulleted list',
      'Uses contractions (“I’m”, “don’t”)',
      'Never uses exclamation marks',
      'Uses no emoji',
      'Leaves out hedges such as “just” and “maybe”',
    );
    expect(text).toBe(
      lines(
        'Hey Alex –',
        '',
        "- I'm fine with Friday.",
        '- The room is booked.',
        '- I need the keys.',
        '',
        '/S',
      ),
    );
  });

  test('as people write them, in one text', async () => {
    const style =
      'no courtesies; start with Hi + first name; sign off with "Best, Sam"; no emoji; one sentence per paragraph';
    expect(await drafted({ notes }, style)).toBe(
      lines(
        'Hi Alex,',
        '',
        'I am fine with Friday.',
        '',
        'The room is booked!',
        '',
        'I just need the keys.',
        '',
        'Best, Sam',
      ),
    );
  });

  test('signs and capitals; what is said, quoted and named stays', async () => {
    const text = await drafted(
      {
        notes:
          'I am not sure about pens and cups, it is late; Alex has the “Pens and Cups, it says” list of Berg and Sons; slides are done, Friday works',
      },
      'Writes “&” instead of “and”',
      'Uses dashes between clauses',
      'Begins sentences with small letters',
      'no courtesies; one paragraph; no greeting; no closing',
    );
    expect(text).toBe(
      'I am not sure about pens & cups – it is late. Alex has the “Pens and Cups, it says” list of Berg and Sons. slides are done, Friday works.',
    );
    expect(
      await drafted(
        { notes: 'pens & cups of Smith & Co are here — the lift—not the stairs—is off' },
        'no ampersands; no dashes; no courtesies; no greeting; no closing',
      ),
    ).toBe('Pens and cups of Smith & Co are here, the lift, not the stairs, is off.');
  });

  test('small letters also in the courtesies, and in German as far as nobody’s name is at stake', async () => {
    expect(await drafted({ notes: 'yes' }, 'all lower case')).toBe(
      lines(
        'Hello Alex,',
        '',
        'thank you for your message about “Offsite”.',
        '',
        'yes.',
        '',
        'please let me know if you have any questions.',
        '',
        'Best regards,',
        'Sam Porter',
      ),
    );
    expect(
      await drafted(
        { language: 'de', notes: 'Wir kommen. Anna bringt Kuchen' },
        'all lower case; no courtesies; no greeting; no closing',
      ),
    ).toBe('wir kommen. Anna bringt Kuchen.');
  });

  test('quotations are never reworded', async () => {
    const quoted = "“it's just a bit late & cold – maybe!”";
    expect(
      await drafted(
        { notes: `it is red & says ${quoted}` },
        'no contractions; no hedging; no ampersands; no dashes; no exclamation marks; no courtesies',
      ),
    ).toContain(`It is red and says ${quoted}`);
  });

  test('what is quoted does not count as the writer’s own', async () => {
    expect(
      await drafted(
        { notes: 'the sign says “maybe – just yes! 🎉”; the lift is broken, but it is warm' },
        'use dashes; hedging; use emoji like 🙂; no greeting; no courtesies; no closing',
      ),
    ).toBe(
      'Just so you know, the sign says “maybe – just yes! 🎉”. The lift is broken – but it is warm. 🙂',
    );
  });

  test('one dash is enough', async () => {
    const one = 'the lift is broken – take the stairs; the lamp is broken, but it is light';
    expect(await drafted({ notes: one }, 'use dashes')).toContain('broken, but it is light.');
  });

  test('their own sentences stand first and last, word for word and once', async () => {
    const text = await drafted(
      { notes: 'no rush on this. the room is booked' },
      'Begins with the sentence “Quick one – from Sam & me!”',
      'Ends with the sentence “No rush on this.”',
      'no dashes; no ampersands; no exclamation marks; use emoji; all lower case',
      'Keeps mails to about 10 words',
    );
    expect(text).toBe(
      lines(
        'Hello Alex,',
        '',
        'Quick one – from Sam & me!',
        '',
        'the room is booked. 🙂',
        '',
        'No rush on this.',
        '',
        'Best regards,',
        'Sam Porter',
      ),
    );
  });

  test('their own courtesy takes the place of the writer’s', async () => {
    const text = await drafted(
      { notes: 'yes' },
      'Ends with the sentence “Have a great day!”; Begins with the sentence “Hope you are well!”',
    );
    expect(text).toBe(
      lines(
        'Hello Alex,',
        '',
        'Hope you are well!',
        '',
        'Yes.',
        '',
        'Have a great day!',
        '',
        'Best regards,',
        'Sam Porter',
      ),
    );
  });

  test('in German goes on with a capital after their own sentence', async () => {
    expect(
      await drafted(
        { language: 'de', notes: 'ich komme' },
        'Begins with the sentence “kurz und knapp.”; no courtesies',
      ),
    ).toContain('Guten Tag Alex,\n\nkurz und knapp.\n\nIch komme.');
  });

  test('the first of a kind wins; what is not understood does no harm', async () => {
    const text = await drafted(
      { notes: 'yes' },
      'Never promises a date',
      'Closes with “A”',
      'Closes with “B”',
    );
    expect(text).toMatch(/\n\nA$/);
  });

  test('an aggregated text counts before the preferences it was made from', async () => {
    const guidance = { ...guidanceOf('Closes with “A”'), text: 'Closes with “B”' };
    const { text } = await writer.draft({
      context: mailContext({ notes: 'yes' }),
      guidance,
      examples: [],
    });
    expect(text).toMatch(/\n\nB$/);
  });

  test('a short mail loses its courtesies first and never a note', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `point number ${index} is said`);
    const text = await drafted({ notes: many.join('\n') }, 'Keeps mails to about 10 words');
    for (let index = 0; index < 12; index++)
      expect(text).toContain(`Point number ${index} is said.`);
    expect(text).not.toMatch(/Thank you|Please/);
    const some = await drafted({ notes: 'yes, on friday' }, 'Keeps mails to about 12 words');
    expect(some).toContain('Thank you');
    expect(some).not.toContain('questions');
  });

  test('a doubt in the notes is never taken out', async () => {
    expect(await drafted({ notes: 'maybe Thursday works' }, 'no hedging')).toContain(
      'Maybe Thursday works.',
    );
  });
});

describe('aggregate', () => {
  const aggregated = async (...descriptions: string[]): Promise<string> =>
    (await writer.aggregate(descriptions)).text;

  test('the majority of a kind, ties to the nearest, the rest once', async () => {
    expect(
      await aggregated(
        'Closes with “A”\nwarm and personal',
        'Closes with “B”; Uses no emoji',
        'Closes with “B”\nWarm and personal',
        'Uses emoji such as 🎉',
      ),
    ).toBe('Closes with “B”\nUses no emoji\nwarm and personal');
  });

  test('two ends of a mail are two habits', async () => {
    expect(
      await aggregated(
        'Begins with the sentence “Quick one.”',
        'Ends with the sentence “No rush.”',
        'Ends with the sentence “No hurry.”',
        'Ends with the sentence “No hurry.”',
      ),
    ).toBe('Begins with the sentence “Quick one.”\nEnds with the sentence “No hurry.”');
  });

  test('of one is itself', async () => {
    expect(await aggregated('Writes no closing\nas a friend')).toBe(
      'Writes no closing\nas a friend',
    );
  });
});

describe('infer', () => {
  const edit = {
    context: mailContext(),
    draft: 'Hello Alex,\n\nYes.\n\nBest,\nSam',
    final: 'Hi Alex,\n\nYes.\n\nCheers,\nSam',
    guidance: null,
    known: [],
  };

  test('components', async () => {
    const { preferences, usage } = await writer.infer(edit, 'components');
    expect(preferences.map(({ facet }) => facet)).toEqual(['greeting', 'closing']);
    expect(usage).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0 });
  });

  test('one phrase, which the writer understands again', async () => {
    const { preferences } = await writer.infer(edit, 'phrase');
    expect(preferences).toHaveLength(1);
    expect(preferences[0]?.facet).toBe('other');
    const phrase = preferences[0]?.description ?? '';
    expect(await drafted({ notes: 'yes' }, phrase)).toMatch(/^Hi Alex,[\s\S]*Cheers,\nSam$/);
    const same = await writer.infer(
      { ...edit, final: edit.draft.replace('Hello', 'Hi') },
      'phrase',
    );
    expect(same.preferences[0]?.facet).toBe('greeting');
  });
});

describe('streaming', () => {
  test('the pieces are the text, word by word', async () => {
    const pieces: string[] = [];
    const { text, usage } = await writer.draft(
      { context: mailContext({ notes: 'yes' }), guidance: null, examples: [] },
      { onText: (piece) => pieces.push(piece) },
    );
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(10);
    expect(usage.calls).toBe(0);
  });

  test('stops where it is told to', async () => {
    const controller = new AbortController();
    const pieces: string[] = [];
    const stopped = writer.draft(
      { context: mailContext({ notes: 'yes' }), guidance: null, examples: [] },
      {
        signal: controller.signal,
        onText: (piece) => {
          if (pieces.push(piece) === 3) controller.abort();
        },
      },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(pieces).toHaveLength(3);
  });
});
