import { Fault } from '../learning/fault.ts';
import type { Writer } from '../learning/ports.ts';
import { createBuiltinWriter } from './builtin/builtin-writer.ts';
import { createModelWriter } from './model-writer.ts';
import { createOpenAiModel } from './openai.ts';
import type { OutboundLog } from './outbound.ts';

/** What of the settings a writer is made from. */
export interface WriterChoice {
  readonly kind: 'builtin' | 'openai';
  readonly baseUrl: string;
  readonly model: string;
  readonly timeoutSeconds: number;
}

/** What a writer on a server is made with besides. */
export interface WriterPorts {
  /** Whether identifiers are hidden from the server. */
  readonly masks: boolean;
  readonly log?: OutboundLog;
}

/**
 * The writer that the user chose. A key goes only to the host it was entered for; for any other
 * server it counts as missing (`no-key`, unless the server is on this machine).
 */
export function createWriter(
  choice: WriterChoice,
  name: string,
  stored: { readonly host: string; readonly key: string } | null,
  { masks, log }: WriterPorts,
): Writer {
  if (choice.kind === 'builtin') return createBuiltinWriter({ name });
  if (choice.model.trim() === '') throw new Fault('no-such-model', choice.model);
  const host = new URL(choice.baseUrl).host;
  const model = createOpenAiModel({
    baseUrl: choice.baseUrl,
    key: stored?.host === host ? stored.key : '',
    model: choice.model,
    timeoutMs: choice.timeoutSeconds * 1000,
    ...(log ? { log } : {}),
  });
  return createModelWriter(model, masks, log);
}
