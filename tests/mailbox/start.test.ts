import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messages } from '../../bench/mailbox/messages.ts';
import { nodeComplaint } from '../../scripts/door.mjs';
import { stepsBetween } from '../../scripts/drive/editing.ts';
import { readCommandLine } from '../../scripts/start/command-line.ts';
import { median, type Round, roundLines, summary } from '../../scripts/start/report.ts';
import { planRounds } from '../../scripts/start/rounds.ts';

/** What the keys do to a text, one grapheme a key. */
function press(before: string, after: string): string {
  let text = '';
  let rest = [...new Intl.Segmenter('en').segment(before)].map(({ segment }) => segment);
  for (const step of stepsBetween(before, after)) {
    if (step.kind === 'type') text += step.text;
    else {
      if (step.kind === 'pass') text += rest.slice(0, step.characters).join('');
      rest = rest.slice(step.characters);
    }
  }
  return text + rest.join('');
}

describe('the keys between two texts', () => {
  it('make one of the other', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('Hi', ' ', 'Alex', ',', '\n', '👩‍💻', "don't"))
        .map((l) => l.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(press(before, after)).toBe(after);
      }),
    );
  });

  it('are none for the same text', () => {
    const typed = stepsBetween('Hi Alex,', 'Hi Alex,').filter(({ kind }) => kind !== 'pass');
    expect(typed).toEqual([]);
  });

  it('leave whole words alone', () => {
    expect(stepsBetween('Hello Alex,', 'Hi Alex,')).toEqual([
      { kind: 'delete', characters: 5 },
      { kind: 'type', text: 'Hi' },
      { kind: 'pass', characters: 6 },
    ]);
  });
});

describe('the rounds', () => {
  it('take turns between two people, not in step', () => {
    const order = planRounds(14).map(({ recipient }) => recipient);
    expect(new Set(order).size).toBe(2);
    const changes = order.filter((who, at) => at > 0 && who !== order[at - 1]).length;
    expect(changes).toBeLessThan(13);
    expect(changes).toBeGreaterThan(5);
  });

  it('answer each message once before any is answered again', () => {
    const ids = planRounds(16).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(16);
    for (const { messageId, recipient, notes } of planRounds(40)) {
      expect(messages.find(({ id }) => id === messageId)?.from.address).toBe(recipient);
      expect(notes).not.toBe('');
    }
  });
});

describe('the report', () => {
  it.each([
    [[], 0],
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 2], 2],
    [[4, 1, 9, 2], 3],
  ])('takes the median of %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  const round = (cost: number): Round => ({
    round: 1,
    recipient: 'alex@acme.example',
    cost,
    normalised: cost / 50,
    used: ['Closes with “Cheers,\nSam”'],
    learned: ['Uses contractions'],
  });

  it('names used and learned preferences, one a line', () => {
    const lines = roundLines(round(12)).split('\n');
    expect(lines[0]).toMatch(/12\s+0\.24\s+= Closes with “Cheers, \/ Sam”$/);
    expect(lines[1]).toMatch(/^\s+\+ Uses contractions$/);
  });

  it('compares the first four with the last four', () => {
    const told = summary([20, 18, 16, 14, 9, 4, 2, 0, 0].map(round));
    expect(told).toContain('17.0 in the first four rounds, 1.0 in the last four');
  });
});

describe('the command line', () => {
  it('opens a window for a person unless something asks for the simulated user', () => {
    expect(readCommandLine([])).toMatchObject({ headless: false, rounds: null });
    expect(readCommandLine(['--headless'])).toMatchObject({ headless: true, rounds: 14 });
    expect(readCommandLine(['--json', 'x.json'])).toMatchObject({ rounds: 14, json: 'x.json' });
  });

  it.each([
    [['--rounds', '3'], '--rounds'],
    [['--rounds', 'many'], '--rounds'],
    [['--writer', 'poet'], '--writer'],
    [['--writer', 'openai'], '--base-url'],
    [['--writer', 'openai', '--model', 'm', '--base-url', 'http://far.example/v1'], 'https'],
    [['--fast'], '--fast'],
  ])('explains what is wrong with %j', (args, word) => {
    expect(() => readCommandLine(args)).toThrow(word);
  });

  it('takes a server on this machine', () => {
    const baseUrl = 'http://127.0.0.1:11434/v1';
    const args = ['--writer', 'openai', '--base-url', baseUrl, '--model', 'm'];
    expect(readCommandLine(args).server).toEqual({ baseUrl, model: 'm' });
  });
});

describe('the door', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0'])('lets Node %s in', (version) => {
    expect(nodeComplaint(version)).toBeNull();
  });
  it.each(['18.20.0', '20.18.9'])('tells Node %s what is needed', (version) => {
    expect(nodeComplaint(version)).toContain('20.19');
  });
});
