/**
 * Words that a strong model knows to stand for others, so that it imitates them without having seen
 * anybody put them there.
 */
export const synonyms: readonly (readonly [from: string, to: string])[] = [
  ['please', 'pls'],
  ['please', 'kindly'],
  ['email', 'mail'],
  ['email', 'e-mail'],
  ['could', 'can'],
  ['could', 'would'],
  ['thank you', 'thanks'],
  ['invoice', 'bill'],
  ['people', 'persons'],
];
