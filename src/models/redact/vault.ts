import { findIdentifiers } from './find-identifiers.ts';
import { fold } from './fold.ts';
import { type Kind, placeholderOf, replacePlaceholders, unfinished } from './placeholder.ts';

/** What is behind the placeholders of one conversation with a model; forgotten after it. */
export interface Vault {
  /** The text with a placeholder for each identifier, the same one wherever it stands. */
  mask(text: string): string;
  /** The text with what its placeholders stand for. What was never given out stays as it is. */
  restore(text: string): string;
  /** Restores a text that comes in pieces, wherever it is cut; together they are what `restore` makes. */
  inPieces(): { push(piece: string): string; rest(): string };
  /** How many placeholders of the text were never given out. */
  unknownIn(text: string): number;
  /** Whether anything was masked. */
  isUsed(): boolean;
}

/** A new one, empty. `mask` and then `restore` give every text back as it was. */
export function createVault(): Vault {
  const given = new Map<string, string>();
  const behind = new Map<string, string>();
  const counts = new Map<Kind, number>();

  const placeholderFor = (kind: Kind, original: string): string => {
    const key = `${kind} ${original}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = placeholderOf(kind, count);
    given.set(key, made);
    behind.set(made, original);
    return made;
  };

  const restore = (text: string): string => replacePlaceholders(text, (said) => behind.get(said));

  return {
    mask(text) {
      let masked = '';
      let at = 0;
      for (const { start, end, kind } of findIdentifiers(fold(text))) {
        masked += text.slice(at, start) + placeholderFor(kind, text.slice(start, end));
        at = end;
      }
      return masked + text.slice(at);
    },
    restore,
    inPieces() {
      let held = '';
      return {
        push(piece) {
          held += piece;
          const cut = unfinished(held);
          const shown = held.slice(0, cut);
          held = held.slice(cut);
          return restore(shown);
        },
        rest: () => restore(held),
      };
    },
    unknownIn(text) {
      let count = 0;
      replacePlaceholders(text, (said) => {
        if (!behind.has(said)) count += 1;
        return undefined;
      });
      return count;
    },
    isUsed: () => given.size > 0,
  };
}
