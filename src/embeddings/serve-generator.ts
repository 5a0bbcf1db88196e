import { asFault, Fault } from '../learning/fault.ts';
import type { CallOptions, Completion, Prompt } from '../learning/ports.ts';
import {
  type FromGenerator,
  type ToGenerator,
  toGeneratorSchema,
} from '../protocol/generator-port.ts';
import type { EncoderPort } from '../protocol/offscreen-port.ts';
import type { SentRequest } from '../protocol/outbound.ts';
import type { Device } from './generator-catalogue.ts';

/** Wherever a small language model runs. Rejects with a `Fault`. */
export interface GeneratorEngine {
  /** Downloads what is missing of the model and keeps it; tells of each request. */
  fetch(
    name: string,
    device: Device,
    onProgress: (loaded: number, total: number) => void,
    onRequest: (request: SentRequest) => void,
  ): Promise<void>;
  /** Writes with what is on this machine; `onStep` is called before each step, the loading included. */
  write(
    name: string,
    device: Device,
    asked: {
      readonly prompt: Prompt;
      readonly strengthening: { readonly without: Prompt; readonly strength: number } | null;
    },
    options: CallOptions & { readonly onStep: () => void },
  ): Promise<Completion>;
}

/** How often, in milliseconds, a step is told of; they can come faster than anybody wants to know. */
const betweenSigns = 500;

/** The worker's side of the port: answers each request with what the engine does. */
export function serveGenerator(
  port: Pick<EncoderPort, 'postMessage' | 'onMessage'>,
  engine: GeneratorEngine,
): void {
  const writing = new Map<string, AbortController>();
  const say = (message: FromGenerator): void => port.postMessage(message);

  async function answer(
    request: Exclude<ToGenerator, { type: 'stop' | 'release' }>,
  ): Promise<void> {
    const { id, name, device } = request;
    if (request.type === 'fetch') {
      await engine.fetch(
        name,
        device,
        (loaded, total) => say({ to: 'background', type: 'progress', id, loaded, total }),
        (asked) => say({ to: 'background', type: 'asked', id, asked }),
      );
      say({ to: 'background', type: 'fetched', id });
      return;
    }
    const controller = new AbortController();
    writing.set(id, controller);
    let toldAt = 0;
    const tell = (piece: string): void => {
      toldAt = performance.now();
      say({ to: 'background', type: 'text', id, piece });
    };
    const { text, usage } = await engine.write(name, device, request, {
      signal: controller.signal,
      onText: tell,
      onStep: () => {
        if (performance.now() - toldAt > betweenSigns) tell('');
      },
    });
    say({ to: 'background', type: 'written', id, text, usage });
  }

  port.onMessage.addListener((message) => {
    const parsed = toGeneratorSchema.safeParse(message);
    if (!parsed.success) return;
    const request = parsed.data;
    if (request.type === 'stop') writing.get(request.id)?.abort();
    if (request.type === 'stop' || request.type === 'release') return;
    const { id } = request;
    answer(request)
      .catch((thrown: unknown) => {
        const { code, detail } = told(thrown);
        say({ to: 'background', type: 'fault', id, fault: { code, detail } });
      })
      .finally(() => writing.delete(id));
  });
}

/** Downloads fail in the encoder's words, which its users are told; a model's have their own. */
function told(thrown: unknown): Fault {
  const fault = asFault(thrown, 'model-failed');
  if (fault.code === 'wrong-hash') return new Fault('model-damaged', fault.detail);
  if (fault.code === 'download-failed') return new Fault('model-not-fetched', fault.detail);
  return fault;
}
