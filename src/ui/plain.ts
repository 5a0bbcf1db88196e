/** Lower case and without accents: nobody types those into a search box. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search, plain. */
export const wordsOf = (query: string): readonly string[] =>
  plain(query).split(/\s+/u).filter(Boolean);
