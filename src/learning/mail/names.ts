import type { Context, Correspondent } from '../types.ts';

/** A person's name in its parts; `last` is empty for somebody with one name. */
export interface PersonName {
  /** As it is written before the last name, such as `Dr.`; mostly empty. */
  readonly title: string;
  readonly first: string;
  readonly last: string;
  /** First and last name as they stand in the address book, without title. */
  readonly full: string;
}

const title =
  /^(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Herr|Frau|Hr|Fr|Dipl|Ing|Mme|Mlle|Sr|Sra|Srta|Don|Doña)(?:\.|(?=\s))\s*)+/iu;
/** Nobody in particular reads these; greeting them by "first name" would be silly. */
const sharedMailbox =
  /^(?:info|accounts?|accounting|billing|invoices?|buchhaltung|support|help|helpdesk|service|sales|office|contact|kontakt|hello|team|admin|hr|jobs|news|newsletter|no-?reply|donotreply|notifications?|orders?|mail|post|press|webmaster|postmaster|bounce)\b/i;
const noPerson =
  /@|\d|\b(?:gmbh|ag|kg|inc|ltd|llc|plc|corp|company|team|support|accounts|service|newsletter|department|office|group|verein|e\.? ?v)\b/i;
const cjkOnly = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\s]+$/u;

/** The name of the person behind a correspondent; `null` where it is unknown or nobody's. */
function personOf({ name, address }: Correspondent): PersonName | null {
  const known = name
    .normalize('NFC')
    .replace(/["“”„<>]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const local = address.split('@')[0] ?? '';
  if (sharedMailbox.test(local) || noPerson.test(known)) return null;
  const [, firstPart, lastPart] = /^(\p{L}{2,})\.(\p{L}{2,})$/u.exec(local) ?? [];
  if (known === '' && firstPart && lastPart) {
    return parts('', `${capitalised(firstPart)} ${capitalised(lastPart)}`);
  }
  const rest = known.replace(/\s*\(.*\)$/u, '');
  const [family, given, ...more] = rest.split(/\s*,\s*/u);
  // "Rivera, Maria" is how directories write it.
  const ordered = family && given && more.length === 0 ? `${given} ${family}` : rest;
  const prefix = title.exec(ordered)?.[0] ?? '';
  return parts(prefix.trim(), ordered.slice(prefix.length));
}

function parts(titled: string, written: string): PersonName | null {
  const words = written.split(' ').filter((word) => /\p{L}/u.test(word));
  const [head, ...tail] = words;
  const end = tail.at(-1);
  if (head === undefined) return null;
  const full = words.join(' ');
  if (end === undefined)
    return {
      title: titled,
      first: titled === '' ? head : '',
      last: titled === '' ? '' : head,
      full,
    };
  // Chinese, Japanese and Korean names have the family name first.
  if (cjkOnly.test(full)) return { title: titled, first: end, last: head, full };
  return { title: titled, first: head, last: end, full };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Whom the text speaks to: the first recipient, or who wrote the message that is answered. */
export function addressee(context: Context): PersonName | null {
  const [first] = context.recipients;
  const from = context.incoming?.from;
  const named = first ? personOf(first) : null;
  if (named || !from || (first && first.address !== '' && first.address !== from.address)) {
    return named;
  }
  return personOf(from);
}

/** The line with the addressee's name as `<name>`, `<first name>` or `<last name>`. */
export function withPlaceholders(line: string, context: Context): string {
  const person = addressee(context);
  if (person === null) return line;
  const names: [string, string][] = [
    [person.last === '' || person.first === '' ? '' : person.full, '<name>'],
    [person.first, '<first name>'],
    [person.last, '<last name>'],
  ];
  for (const [name, placeholder] of names) {
    const at = name === '' ? -1 : lastWord(line, name);
    // The last place only, so that a name that is also a word ("Hi", "Dear") leaves the rest alone.
    if (at >= 0) return line.slice(0, at) + placeholder + line.slice(at + name.length);
  }
  return line;
}

function lastWord(line: string, name: string): number {
  const lower = line.toLowerCase();
  // Lower case can be longer than the word it is made of (İ); then only the exact name counts.
  const [text, wanted] = lower.length === line.length ? [lower, name.toLowerCase()] : [line, name];
  const spaced = !cjkOnly.test(name);
  for (
    let at = text.lastIndexOf(wanted);
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf(wanted, at - 1)
  ) {
    const before = text.slice(0, at);
    const after = text.slice(at + wanted.length);
    if (!spaced || !(/[\p{L}\p{M}\p{N}]$/u.test(before) || /^[\p{L}\p{M}\p{N}]/u.test(after)))
      return at;
  }
  return -1;
}

/**
 * The text with its placeholders filled in; `null` where a name is needed that nobody knows and the
 * words around it ("Dear <last name>,") make no sense without it.
 */
export function fillPlaceholders(text: string, context: Context): string | null {
  const person = addressee(context);
  const known: Record<string, string> = {
    'first name': person?.first || person?.full || '',
    'last name': person?.last || person?.full || '',
    name: person?.full ?? '',
  };
  let missing = false;
  const filled = text.replace(/<(first name|last name|name)>/gu, (_, key: string) => {
    const value = known[key] ?? '';
    if (value === '') missing = true;
    return value;
  });
  if (!missing) return filled;
  const bare = filled
    .replace(/\s+(?=[,!:–—-]|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /^(?:hi|hello|hey|hallo|guten tag|guten morgen|moin|good (?:morning|afternoon|evening)|bonjour|salut|hola|buenos días)[,!:–—-]*$/iu.test(
    bare,
  )
    ? bare
    : null;
}
