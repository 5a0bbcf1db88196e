import type { OutboundLog } from '../../models/outbound.ts';
import { type Outbound, outboundSchema } from '../../protocol/outbound.ts';
import { z } from '../../protocol/zod.ts';

/** A place for named values that outlives the worker. */
export interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The log with its other end: what was noted can be read and erased. */
export interface StoredOutboundLog extends OutboundLog {
  /** Newest first. */
  read(): Promise<readonly Outbound[]>;
  erase(): Promise<void>;
}

const name = 'outbound';
const most = 500;
/** UTF-16 units, in a place that holds 10 MB. */
const largest = 1024 * 1024;

/**
 * Keeps the last 500 requests, at most 2 MB, on the shelf. Of what cannot be kept the console is told: a
 * log that fails must not stop the mail.
 */
export function createOutboundLog(shelf: Shelf): StoredOutboundLog {
  let last: Promise<unknown> = Promise.resolve();

  const stored = async (): Promise<Outbound[]> => {
    const read = z.array(outboundSchema).safeParse(await shelf.read(name));
    return read.success ? read.data : [];
  };
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    // The next one waits for this one, whatever became of it.
    last = turn.catch(() => undefined);
    return turn;
  };
  const change = (make: (requests: Outbound[]) => Outbound[]): void => {
    inTurn(async () => shelf.write(name, bounded(make(await stored())))).catch((thrown: unknown) =>
      console.warn('A request could not be written into the log.', thrown),
    );
  };

  return {
    note: (request) => change((requests) => [{ ...request, left: 0 }, ...requests]),
    left: (count) =>
      change((requests) => {
        // Files of a model, or a list of models, may have been asked for since.
        const at = requests.findIndex(
          ({ purpose }) => !['encoder', 'generator', 'models'].includes(purpose),
        );
        return requests.map((request, index) =>
          index === at ? { ...request, left: count } : request,
        );
      }),
    read: () => inTurn(stored),
    erase: () => inTurn(() => shelf.remove(name)),
  };
}

/** The newest that fit. */
function bounded(requests: readonly Outbound[]): Outbound[] {
  let size = 0;
  const kept = requests.slice(0, most);
  const end = kept.findIndex((request) => {
    size += JSON.stringify(request).length;
    return size > largest;
  });
  return end === -1 ? kept : kept.slice(0, end);
}
