import { call } from '../../browser/call.ts';
import { Fault } from '../../learning/fault.ts';
import { mostBytes } from '../../protocol/backup.ts';

/** Small enough that reading a piece and putting it into a message is never felt. */
const pieceBytes = 1024 * 1024;

/** A file as the background knows it once all of its pieces were sent. */
export interface SentFile {
  readonly file: string;
  readonly parts: number;
}

/**
 * Sends a file to the background piece by piece; `onPart` is told the share that is there. Rejects with a
 * `Fault`: `backup-too-large`, `backup-damaged` for what is no text, or what the background says.
 */
export async function sendFile(
  blob: Blob,
  onPart: (share: number) => void,
  most = mostBytes,
): Promise<SentFile> {
  if (blob.size > most) throw new Fault('backup-too-large', String(most / 1024 / 1024));
  const file = crypto.randomUUID();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts = 0;
  for (let at = 0; at === 0 || at < blob.size; at += pieceBytes) {
    const isLast = at + pieceBytes >= blob.size;
    const bytes = await blob.slice(at, at + pieceBytes).arrayBuffer();
    const text = decoded(decoder, bytes, !isLast);
    await call('backup.part', { file, position: parts, text });
    parts += 1;
    onPart(Math.min(1, (at + pieceBytes) / Math.max(1, blob.size)));
  }
  return { file, parts };
}

function decoded(decoder: TextDecoder, bytes: ArrayBuffer, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (thrown) {
    throw new Fault('backup-damaged', 'UTF-8', { cause: thrown });
  }
}
