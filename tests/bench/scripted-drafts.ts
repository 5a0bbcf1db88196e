import fc from 'fast-check';
import { slotOf, type Wish } from '../../bench/learning/scripted/wish.ts';
import type { Context } from '../../src/learning/types.ts';

/** What Sam answers to Ann Lee. */
export const toAnn: Context = {
  task: 'reply',
  site: 'mail.example.com',
  recipients: [{ name: 'Ann Lee', address: 'ann@acme.example' }],
  subject: 'Re: offer',
  incoming: {
    from: { name: 'Ann Lee', address: 'ann@acme.example' },
    text: 'How long is it valid?',
  },
  notes: 'valid until Friday',
  language: 'en',
};

/** One wish of every kind and value that a persona can have. */
export const everyWish: readonly Wish[] = [
  { kind: 'greeting', text: 'Dear <name>,' },
  { kind: 'greeting', text: '<first name>,' },
  { kind: 'greeting', text: null },
  { kind: 'closing', text: 'Cheers,\nSam' },
  { kind: 'closing', text: '– S.' },
  { kind: 'closing', text: null },
  { kind: 'courtesies', use: false },
  { kind: 'courtesies', use: true },
  { kind: 'courtesies', use: true, only: 'opening' },
  { kind: 'courtesies', use: true, only: 'closing' },
  { kind: 'list', use: true },
  { kind: 'list', use: false },
  { kind: 'paragraphs', shape: 'one' },
  { kind: 'paragraphs', shape: 'sentence' },
  { kind: 'contractions', use: true },
  { kind: 'contractions', use: false },
  { kind: 'exclamations', use: true },
  { kind: 'exclamations', use: false },
  { kind: 'emoji', use: true, example: '🙂' },
  { kind: 'emoji', use: false, example: '' },
  { kind: 'hedges', use: true },
  { kind: 'hedges', use: false },
  { kind: 'replace', from: 'please', to: 'pls' },
  { kind: 'replace', from: 'could', to: 'would' },
  { kind: 'line', place: 'opening', text: 'A short note so that we could begin.' },
  { kind: 'line', place: 'closing', text: 'No rush on this.' },
  { kind: 'order', questions: 'first' },
  { kind: 'order', questions: 'last' },
];

/** Some wishes, of each slot at most one. */
export const someWishes: fc.Arbitrary<Wish[]> = fc
  .shuffledSubarray([...everyWish])
  .map((wishes) => [...new Map(wishes.map((wish) => [slotOf(wish), wish])).values()]);

const sentence = fc.constantFrom(
  'The offer is valid until 14 March.',
  'I cannot come before 10.',
  'I will send the signed version on Friday.',
  'It is just a draft.',
  'Could you tell me whether the room is free?',
  'Who is on call on Monday?',
  'I hear that we could meet.',
  'Great work on the demo!',
  "I'm a bit late.",
  'Unfortunately, I have to decline.',
  'Please check it before Tuesday.',
  'I met Dr. Lee in “the blue room, please!”.',
  'The cake is ready 🙂',
  'We are 5 people. 🎉',
  'Just so you know, the report is done.',
);
const points = fc.uniqueArray(sentence, { minLength: 1, maxLength: 5 });
const layout: fc.Arbitrary<(said: readonly string[]) => string> = fc.constantFrom(
  (said) => said.join(' '),
  (said) => said.join('\n\n'),
  (said) => said.map((one) => `- ${one}`).join('\n'),
);

/** Drafts as writers make them, by any habits. */
export const drafts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('Hello Ann,', 'Dear Ann Lee,', 'Ann,', ''),
    fc.constantFrom(
      'Thank you for your message about “offer”.',
      'A short note so that we could begin.',
      '',
    ),
    fc.tuple(points, layout).map(([said, laidOut]) => laidOut(said)),
    fc.constantFrom('Please let me know if you have any questions.', 'No rush on this.', ''),
    fc.constantFrom('Best regards,\nSam Porter', 'Cheers,\nSam', '– S.', ''),
  )
  .map((parts) => parts.filter((part) => part !== '').join('\n\n'));
