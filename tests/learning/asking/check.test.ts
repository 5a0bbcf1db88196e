import { describe, expect, test } from 'vitest';
import { checkedDraft, shareFollowed, violated } from '../../../src/learning/asking/check.ts';
import { Fault } from '../../../src/learning/fault.ts';
import { applied, guidanceOf } from '../../../src/learning/guidance.ts';
import type { CallOptions, DraftOrder, Writer } from '../../../src/learning/ports.ts';
import type { Guidance } from '../../../src/learning/types.ts';
import { createBuiltinWriter } from '../../../src/models/builtin/builtin-writer.ts';
import { mailContext } from '../mail-context.ts';
import { oneCall, preference } from '../world.ts';

const context = mailContext();
const written = (...descriptions: string[]): Guidance | null =>
  guidanceOf(
    descriptions.join('\n'),
    descriptions.map((description) => applied(preference(description))),
  );
const said = (...found: readonly { readonly description: string }[]): readonly string[] =>
  found.map(({ description }) => description);

const hi = 'Greets with “Hi <first name>,”';
const cheers = 'Closes with “Cheers, / Sam”';
const calm = 'Never uses exclamation marks';
const text = 'Hello Alex,\n\nThe plans are ready! Please send them on.\n\nBest regards';

describe('what a draft violates', () => {
  test('is what code can see it does not follow', () => {
    const guidance = written(hi, 'Closes with “Best regards”', calm, 'Sounds like the sea');
    expect(said(...violated(text, guidance, context))).toEqual([hi, calm]);
    expect(shareFollowed(text, guidance, context)).toBeCloseTo(1 / 3);
  });

  test('is nothing without guidance, or where nothing can be judged', () => {
    expect(violated(text, null, context)).toEqual([]);
    expect(shareFollowed(text, null, context)).toBe(1);
    const nameless = mailContext({ recipients: [], incoming: null });
    const titled = written('Greets with “Dear <last name>,”', 'Sounds like the sea');
    expect(violated(text, titled, nameless)).toEqual([]);
    expect(shareFollowed(text, titled, nameless)).toBe(1);
  });

  test('every clause of a description has to be followed', () => {
    expect(violated(text, written(`Closes with “Best regards”; ${hi}`), context)).toHaveLength(1);
  });

  test('of opposites none can be asked for', () => {
    const guidance = written(hi, 'Greets with “Dear <last name>,”', calm);
    expect(said(...violated(text, guidance, context))).toEqual([calm]);
  });
});

/** A writer that revises to `answer`, and what it was asked. */
function reviser(answer: string | Error) {
  const asked: { violated: readonly string[]; options: CallOptions | undefined }[] = [];
  const writer: Pick<Writer, 'revise'> = {
    async revise(request, options) {
      asked.push({ violated: request.violated, options });
      if (typeof answer !== 'string') throw answer;
      return { text: answer, usage: oneCall };
    },
  };
  return { writer, asked };
}
const order = (guidance: Guidance | null): DraftOrder => ({ context, guidance, examples: [] });
const draft = { text, usage: oneCall };
const twoCalls = { calls: 2, inputTokens: 20, outputTokens: 10 };

describe('a checked draft', () => {
  test('that violates nothing asks nobody', async () => {
    const { writer, asked } = reviser('');
    const guidance = written('Closes with “Best regards”');
    expect(await checkedDraft(draft, order(guidance), writer)).toEqual({
      ...draft,
      revised: false,
    });
    expect(asked).toEqual([]);
  });

  test('is revised once, for what it violates alone', async () => {
    const better = text.replace('Hello Alex', 'Hi Alex').replace('ready!', 'ready.');
    const { writer, asked } = reviser(better);
    const pieces: string[] = [];
    const checked = await checkedDraft(
      draft,
      order(written('Closes with “Best regards”', hi, calm)),
      writer,
      { onText: (piece) => pieces.push(piece) },
    );
    expect(checked).toEqual({ text: better, usage: twoCalls, revised: true });
    expect(asked.map((request) => request.violated)).toEqual([[hi, calm]]);
    // A revision is not told piece by piece behind the draft.
    expect(asked[0]?.options?.onText).toBeUndefined();
  });

  test('is kept where some but not all is mended', async () => {
    const better = text.replace('Hello Alex', 'Hi Alex');
    const checked = await checkedDraft(draft, order(written(hi, calm)), reviser(better).writer);
    expect(checked.text).toBe(better);
  });

  test.each([
    ['mends nothing', 'Hello Alex,\n\nThe plans are ready! Please send them on.\n\nBest regards'],
    ['loses a sentence', 'Hi Alex,\n\nThe plans are ready.\n\nBest regards'],
    ['adds a fact', 'Hi Alex,\n\nThe 2 plans are ready. Please send them on.\n\nBest regards'],
    [
      'breaks what was followed',
      'Hi Alex,\n\nThe plans are ready. Please send them on. 🙂\n\nBest regards',
    ],
  ])('stays as it was where the revision %s', async (_, worse) => {
    const guidance = written(hi, calm, 'Uses no emoji');
    expect(await checkedDraft(draft, order(guidance), reviser(worse).writer)).toEqual({
      text,
      usage: twoCalls,
      revised: false,
    });
  });

  test('survives a writer that fails, but not a mistake of ours', async () => {
    const guidance = order(written(cheers));
    const failing = reviser(new Fault('rate-limited')).writer;
    expect(await checkedDraft(draft, guidance, failing)).toEqual({ ...draft, revised: false });
    const broken = reviser(new TypeError('no such thing')).writer;
    await expect(checkedDraft(draft, guidance, broken)).rejects.toThrow(TypeError);
  });

  test('can be cancelled', async () => {
    const guidance = order(written(cheers));
    const stopped = reviser(new Fault('cancelled')).writer;
    await expect(checkedDraft(draft, guidance, stopped)).rejects.toMatchObject({
      code: 'cancelled',
    });
    const late = checkedDraft(draft, guidance, reviser(text).writer, {
      signal: AbortSignal.abort(),
    });
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
  });

  test.each([
    'Greets with “Hi <first name>,”',
    'Writes no closing',
    'Leaves out courtesies such as “Thank you for your message”',
    'Keeps mails to about 20 words',
    'Puts several points in a bulleted list',
    'Gives every sentence its own paragraph',
    'Uses contractions (“I’m”, “don’t”)',
    'Ends with the sentence “No rush on this.”',
  ])('is kept as another draft of the same notes would be: %s', async (description) => {
    const notes =
      'I am at the office on Friday from 9:30\nwe will need room 4\nit is not clear who is paying the 1,200 €';
    const writer = createBuiltinWriter({ name: 'Sam Porter' });
    const noted = mailContext({ notes });
    const plain = await writer.draft({ context: noted, guidance: null, examples: [] });
    const asked = { context: noted, guidance: written(description), examples: [] };
    const revised = await writer.draft(asked);
    expect(violated(plain.text, asked.guidance, noted)).toHaveLength(1);
    const checked = await checkedDraft(plain, asked, { revise: async () => revised });
    expect(checked).toMatchObject({ text: revised.text, revised: true });
  });
});
