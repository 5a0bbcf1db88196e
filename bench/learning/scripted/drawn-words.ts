import type { Chances } from './draw.ts';
import type { Tone } from './drawn-chances.ts';

/** What drawn users are called and what they like to write; own words, in English. */

export const ownFirsts = [
  'Alma',
  'Boris',
  'Carla',
  'Emil',
  'Flora',
  'Gideon',
  'Hester',
  'Ivan',
  'Judith',
  'Kasper',
  'Lydia',
  'Marius',
];
export const ownLasts = [
  'Ashby',
  'Brook',
  'Calder',
  'Dorn',
  'Everett',
  'Falk',
  'Garner',
  'Hollis',
  'Keller',
  'Lambert',
  'Mercer',
  'Norwood',
];

/** Greetings; by how often the shipped users have them. */
export const greetings: Readonly<Record<Tone, Chances<string | null>>> = {
  casual: [
    ['Hi <first name>,', 5],
    ['Hey <first name>,', 3],
    ['Hello <first name>,', 2],
    ['<first name>,', 1],
    ['Hi there,', 1],
    [null, 1],
  ],
  formal: [
    ['Dear <first name>,', 3],
    ['Dear <name>,', 3],
    ['Hello <name>,', 2],
    ['Good morning <first name>,', 1],
    ['Good afternoon <name>,', 1],
    ['Good day <name>,', 1],
  ],
};

/** To lawyers alone, who have a title (3 of the 3 shipped users with a rule for them). */
export const titledGreeting = 'Dear Dr. <last name>,';

/** The words above the name; `–` stands before it in the same line, `null` is no closing at all. */
export const closings: Readonly<Record<Tone, Chances<string | null>>> = {
  casual: [
    ['Cheers,', 3],
    ['Best,', 4],
    ['Thanks,', 3],
    ['Take care,', 1],
    ['Talk soon,', 1],
    ['See you,', 1],
    ['–', 1],
    [null, 1],
  ],
  formal: [
    ['Best regards,', 3],
    ['Best wishes,', 3],
    ['Kind regards,', 3],
    ['Warm regards,', 2],
    ['Regards,', 2],
    ['Yours sincerely,', 2],
    ['All the best,', 1],
    ['With best regards,', 1],
  ],
};

/** How they sign: first name, initial, both names, or the initial and the last name. */
export const signatures: Readonly<Record<Tone, Chances<'first' | 'initial' | 'full' | 'short'>>> = {
  casual: [
    ['first', 10],
    ['initial', 2],
  ],
  formal: [
    ['full', 11],
    ['first', 5],
    ['short', 1],
  ],
};

/** Words for which a user has others; all of them are in the mails they write. */
export const replacements: readonly {
  readonly from: string;
  readonly to: Readonly<Record<Tone, string>>;
  /** By how often the shipped users replace it. */
  readonly weight: number;
}[] = [
  { from: 'please', to: { casual: 'pls', formal: 'kindly' }, weight: 5 },
  { from: 'could', to: { casual: 'can', formal: 'would' }, weight: 6 },
  { from: 'email', to: { casual: 'mail', formal: 'e-mail' }, weight: 1 },
  { from: 'invoice', to: { casual: 'bill', formal: 'bill' }, weight: 1 },
  { from: 'thank you', to: { casual: 'thanks', formal: 'thanks' }, weight: 1 },
  { from: 'people', to: { casual: 'persons', formal: 'persons' }, weight: 1 },
];

export const lines: Readonly<
  Record<'opening' | 'closing', Readonly<Record<Tone, readonly string[]>>>
> = {
  opening: {
    casual: ['Quick one from me.', 'Short and sweet today.', 'Writing this on the train.'],
    formal: [
      'A brief word on this matter.',
      'I come back to you as agreed.',
      'Below is where we stand.',
    ],
  },
  closing: {
    casual: [
      'Ring me if that is easier.',
      'More over coffee.',
      'No need to answer today.',
      'Sent between two meetings.',
      'Shout if I got it wrong.',
      'Back on Monday as ever.',
    ],
    formal: [
      'Our office is open until four.',
      'All figures are without tax.',
      'A copy goes to our records.',
      'You reach me on the direct line.',
      'This mail counts as a written answer.',
      'Our terms apply as always.',
    ],
  },
};

export const emoji = ['🙂', '😄', '👍', '🎉', '🙏', '✨'];
