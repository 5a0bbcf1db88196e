import type { Context, Guidance } from '../types.ts';

/** Mail addresses, links and host names, and numbers of three digits or more or with a currency. */
const addresses = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]/gu;
const links =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)]|\b(?:[a-z0-9-]{1,63}\.)+(?:com|net|org|info|biz|dev|app|io|eu|example|test|[a-z]{2})\b(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)])?/giu;
const accounts = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu;
const numbers = /\p{Sc}\s?\d[\d.,’' ]*|\+?\d(?:[\d\s().,:/’'-]*\d)?(?:\s?\p{Sc})?/gu;
const fewestDigits = 3;

/**
 * The addresses, links and numbers of a draft that stand neither in the notes, the subject and the mail
 * that is answered, nor among the correspondents, nor in the guidance: what a writer made up or was talked
 * into. In their order, each once, as they stand in the draft.
 */
export function unfounded(
  draft: string,
  { notes, subject, incoming, recipients }: Context,
  guidance: Guidance | null,
): readonly string[] {
  const people = incoming ? [...recipients, incoming.from] : recipients;
  const given = [
    notes,
    subject,
    incoming?.text ?? '',
    ...people.map(({ address, name }) => `${name} ${address}`),
    guidance?.text ?? '',
    ...(guidance?.preferences ?? []).map(({ description }) => description),
  ]
    .join('\n')
    .toLowerCase();
  const givenDigits = new Set((given.match(numbers) ?? []).map(digitsOf));
  const found = new Map<string, number>();
  let rest = draft;
  for (const pattern of [addresses, links, accounts]) {
    rest = rest.replace(pattern, (said: string, ...more: unknown[]) => {
      const at = more.find((one) => typeof one === 'number');
      if (!given.includes(said.toLowerCase())) found.set(said, typeof at === 'number' ? at : 0);
      return ' '.repeat(said.length);
    });
  }
  for (const match of rest.matchAll(numbers)) {
    const said = match[0].trim();
    const digits = digitsOf(said);
    const isTelling = digits.length >= fewestDigits || /\p{Sc}/u.test(said);
    if (isTelling && !givenDigits.has(digits)) found.set(said, match.index);
  }
  return [...found].toSorted(([, one], [, other]) => one - other).map(([said]) => said);
}

const digitsOf = (said: string): string => said.replace(/\D/gu, '');
