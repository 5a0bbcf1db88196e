/** What can go wrong on the way to a draft or a preference; each has a sentence in `_locales`. */
export const faultCodes = [
  'no-key',
  'wrong-key',
  'forbidden',
  'unreachable',
  'rate-limited',
  'over-budget',
  'timed-out',
  'cut-short',
  'too-long',
  'no-such-model',
  'server-error',
  'model-absent',
  'model-unavailable',
  'model-failed',
  'model-too-large',
  'model-damaged',
  'model-not-fetched',
  'language-unsupported',
  'bad-answer',
  'cancelled',
  'empty-notes',
  'compose-gone',
  'not-inserted',
  'confidential',
  'secret-asked',
  'bad-settings',
  'wrong-hash',
  'download-failed',
  'encoder-failed',
  'storage-full',
  'storage-failed',
  'memory-restored',
  'memory-damaged',
  'mails-lost',
  'not-found',
  'too-late',
  'backup-damaged',
  'backup-newer',
  'backup-too-large',
  'backup-lost',
  'changed-elsewhere',
  'not-allowed',
  'reload-needed',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** A fault as it travels between contexts. `detail` fills the sentence: a host, a file, a status. */
export interface FaultData {
  readonly code: FaultCode;
  readonly detail: string;
  /** Milliseconds to wait before another try makes sense, where the server said so. */
  readonly retryAfter?: number;
}

/** An error the user can be told about: what happened and what to do stand in `_locales` by `code`. */
export class Fault extends Error implements FaultData {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly detail: string;
  readonly retryAfter?: number;

  constructor(
    code: FaultCode,
    detail = '',
    options: { cause?: unknown; retryAfter?: number } = {},
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** Whether the same call may succeed later without the user doing anything. */
export function isPassing(fault: FaultData): boolean {
  return ['unreachable', 'rate-limited', 'timed-out', 'cut-short', 'server-error'].includes(
    fault.code,
  );
}

/** Anything thrown, as a `Fault`; what nobody foresaw becomes `otherwise`, with its message kept. */
export function asFault(thrown: unknown, otherwise: FaultCode): Fault {
  if (thrown instanceof Fault) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fault(otherwise, message, { cause: thrown });
}
