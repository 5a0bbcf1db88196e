import { expect, test } from 'vitest';
import { isCountedOut } from '../../../src/learning/habits/counted-out.ts';
import { context } from '../world.ts';

const to = context({ to: 'ann@acme.example' });
const draft =
  'Hello Ann,\n\nThank you for your message.\n\nI am late & it is raining. Please just wait.\n\nBest regards,\nSam';
const isOut = (final: string): boolean => isCountedOut({ context: to, draft, final });

test.each([
  ['another greeting and closing', draft.replace('Hello', 'Hi').replace('Best regards', 'Cheers')],
  ['courtesies left out', draft.replace('Thank you for your message.\n\n', '')],
  [
    'contractions, marks and emoji',
    draft.replace('I am late', "I'm late").replace('wait.', 'wait! 🙂'),
  ],
  [
    'a list made of sentences',
    draft.replace('I am late & it is raining. Please', '- I am late & it is raining.\n- Please'),
  ],
  ['softening words and small letters', draft.replace('Please just', 'please')],
])('%s are counted', (_, final) => {
  expect(isOut(final)).toBe(true);
});

test.each([
  ['another word', draft.replace('raining', 'pouring')],
  [
    'another order',
    draft.replace(
      'I am late & it is raining. Please just wait.',
      'Please just wait. I am late & it is raining.',
    ),
  ],
  ['something added', draft.replace('just wait.', 'just wait. No rush on this.')],
  ['something left out', draft.replace(' Please just wait.', '')],
  ['another number', draft.replace('late', '5 minutes late')],
])('%s is not', (_, final) => {
  expect(isOut(final)).toBe(false);
});
