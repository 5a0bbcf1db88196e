import { Fault } from '../../learning/fault.ts';
import { mostBytes } from '../../protocol/backup.ts';

/** A file that comes in pieces, because a message may only be so large. */
export interface IncomingFile {
  /** Takes the next piece; `backup-lost` where it is not the next, `backup-too-large` past the limit. */
  add(file: string, position: number, text: string): void;
  /** The whole text, once; `backup-lost` where not all pieces are here. */
  take(file: string, parts: number): string;
}

/**
 * Holds one file at a time, in memory; another one takes its place. `most` is in UTF-16 units, of which a
 * text never has more than bytes.
 */
export function createIncomingFile(most = mostBytes): IncomingFile {
  let held: { readonly file: string; readonly pieces: string[]; size: number } | null = null;
  return {
    add(file, position, text) {
      if (position === 0) held = { file, pieces: [], size: 0 };
      if (held?.file !== file || held.pieces.length !== position) throw new Fault('backup-lost');
      held.size += text.length;
      held.pieces.push(text);
      if (held.size <= most) return;
      held = null;
      throw new Fault('backup-too-large', String(most / 1024 / 1024));
    },
    take(file, parts) {
      if (held?.file !== file || held.pieces.length !== parts) throw new Fault('backup-lost');
      const text = held.pieces.join('');
      held = null;
      return text;
    },
  };
}
