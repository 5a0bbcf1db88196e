import { Fault } from '../learning/fault.ts';
import type { Writer } from '../learning/ports.ts';
import { createBuiltinWriter } from './builtin/builtin-writer.ts';
import type { LocalModel } from './local/local-model.ts';
import { createLocalWriter } from './local/local-writer.ts';
import { createModelWriter, nonces } from './model-writer.ts';
import { createOnDeviceWriter } from './on-device/on-device-writer.ts';
import type { PromptApi } from './on-device/prompt-api.ts';
import { createOpenAiModel, type OpenAiOptions } from './openai.ts';

/** What of the settings a writer is made from. */
export interface WriterChoice {
  readonly kind: 'builtin' | 'openai' | 'on-device' | 'local';
  readonly baseUrl: string;
  readonly model: string;
  readonly timeoutSeconds: number;
}

/** What a writer on a server is made with besides. */
export interface WriterPorts extends Pick<OpenAiOptions, 'log' | 'meter' | 'abilities' | 'letIn'> {
  /** Whether identifiers are hidden from the server. */
  readonly masks: boolean;
  /** The browser's own model; `null` where it has none. */
  readonly onDevice?: PromptApi | null;
  /** The small model inside the extension that was chosen, and how much preferences count with it. */
  readonly local?: { readonly model: LocalModel; readonly strength: number } | null;
}

/** The key for a server: only the host it was entered for has one. */
export function keyFor(baseUrl: string, stored: StoredKey | null): string {
  return stored?.host === new URL(baseUrl).host ? stored.key : '';
}

interface StoredKey {
  readonly host: string;
  readonly key: string;
}

/**
 * The writer that the user chose. A key goes only to the host it was entered for; for any other
 * server it counts as missing (`no-key`, unless the server is on this machine).
 */
export function createWriter(
  choice: WriterChoice,
  name: string,
  stored: StoredKey | null,
  { masks, onDevice = null, local = null, ...ports }: WriterPorts,
): Writer {
  if (choice.kind === 'builtin') return createBuiltinWriter({ name });
  if (choice.kind === 'on-device') {
    if (!onDevice) throw new Fault('model-unavailable');
    return createOnDeviceWriter(onDevice, choice.timeoutSeconds * 1000, nonces);
  }
  if (choice.kind === 'local') {
    if (!local) throw new Fault('model-unavailable');
    return createLocalWriter(local.model, local.strength, nonces);
  }
  if (choice.model.trim() === '') throw new Fault('no-such-model', choice.model);
  const model = createOpenAiModel({
    baseUrl: choice.baseUrl,
    key: keyFor(choice.baseUrl, stored),
    model: choice.model,
    timeoutMs: choice.timeoutSeconds * 1000,
    ...ports,
  });
  return createModelWriter(model, masks, ports.log);
}
