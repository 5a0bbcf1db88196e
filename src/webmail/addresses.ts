import type { Correspondent } from '../learning/types.ts';

/** Reads a list as people type it: `Alex Kim <alex@acme.example>, "Rivera, Maria" <m@uni.example>`. */
export function parseAddresses(list: string): Correspondent[] {
  return (list.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,;"<])+/g) ?? [])
    .map(parseAddress)
    .filter(({ address, name }) => address !== '' || name !== '');
}

/** One of them. Without an address, all of it is a name. */
export function parseAddress(text: string): Correspondent {
  const bracketed = /^(.*?)<([^<>]*)>\s*$/s.exec(text.trim());
  const [, before = '', inside = ''] = bracketed ?? [];
  if (bracketed) return { address: inside.trim().toLowerCase(), name: unquoted(before) };
  const plain = text.trim();
  return /^\S+@\S+$/.test(plain)
    ? { address: plain.toLowerCase(), name: '' }
    : { address: '', name: unquoted(plain) };
}

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')
    .trim();
