import type { Context } from '../../../src/learning/types.ts';

/** The names of who gets the mail; empty where nobody is named. */
function namesOf({ recipients }: Context): { first: string; last: string; full: string } {
  const words = (recipients[0]?.name ?? '').split(' ').filter((word) => !/\.$/u.test(word));
  return { first: words[0] ?? '', last: words.at(-1) ?? '', full: words.join(' ') };
}

/** The text with the recipient's names for `<first name>`, `<last name>` and `<name>`. */
export function withNames(text: string, context: Context): string {
  const { first, last, full } = namesOf(context);
  return text
    .replaceAll('<first name>', () => first)
    .replaceAll('<last name>', () => last)
    .replaceAll('<name>', () => full);
}
