import { type Finder, spansOf } from './span.ts';

/** What is hidden; `email` is shown as `[email-1]`. `text` hides what looked like a placeholder itself. */
export const kinds = [
  'text',
  'link',
  'email',
  'iban',
  'card',
  'secret',
  'id',
  'phone',
  'number',
] as const;
export type Kind = (typeof kinds)[number];

/** Also as models write it when they tidy up: `[Email 1]`, `[ email_1 ]`. */
const pattern = new RegExp(`\\[ ?(${kinds.join('|')}) ?[-_ ]? ?(\\d{1,5}) ?\\]`, 'gi');

/** UTF-16 units of the longest of them. */
const longest = 24;

export const placeholderOf = (kind: Kind, count: number): string => `[${kind}-${count}]`;

/** Everything in a text that reads like a placeholder. */
export const placeholders: Finder = (text) => spansOf(text, pattern);

/** The text with `replace` of each placeholder in it, given in the form that `placeholderOf` makes. */
export function replacePlaceholders(
  text: string,
  replace: (placeholder: string) => string | undefined,
): string {
  return text.replace(
    pattern,
    (said, kind: string, count: string) =>
      replace(`[${kind.toLowerCase()}-${Number(count)}]`) ?? said,
  );
}

/** Where the end of a text begins that may still become a placeholder; its length where there is none. */
export function unfinished(text: string): number {
  const at = text.lastIndexOf('[');
  const isOpen = at !== -1 && !text.includes(']', at) && text.length - at < longest;
  return isOpen ? at : text.length;
}
