import { Fault } from '../learning/fault.ts';
import type { CallOptions, Completion, Prompt } from '../learning/ports.ts';
import {
  type FromGenerator,
  fromGeneratorSchema,
  type ToGenerator,
} from '../protocol/generator-port.ts';
import type { EncoderPort } from '../protocol/offscreen-port.ts';
import type { SentRequest } from '../protocol/outbound.ts';
import type { Device } from './generator-catalogue.ts';

export interface RemoteGeneratorDeps {
  /** Opens a way to the worker. */
  readonly connect: () => Promise<EncoderPort>;
  /** How long a request may stay without a sign of life, in milliseconds. */
  readonly patienceMs: number;
}

/** The worker with the small language model, from the background. Rejects with a `Fault`. */
export interface RemoteGenerator {
  fetch(
    name: string,
    device: Device,
    onProgress: (loaded: number, total: number) => void,
    onRequest: (request: SentRequest) => void,
  ): Promise<void>;
  write(
    name: string,
    device: Device,
    prompt: Prompt,
    strengthening: { readonly without: Prompt; readonly strength: number } | null,
    options?: CallOptions,
  ): Promise<Completion>;
  /** Gives the model's memory back; what is under way fails. */
  release(): Promise<void>;
}

type Question = ToGenerator extends infer One
  ? One extends ToGenerator
    ? Omit<One, 'id' | 'to'>
    : never
  : never;

/** The background's side of the port. */
export function createRemoteGenerator({
  connect,
  patienceMs,
}: RemoteGeneratorDeps): RemoteGenerator {
  const waiting = new Map<string, (message: FromGenerator) => void>();
  let connecting: Promise<EncoderPort> | null = null;

  async function open(): Promise<EncoderPort> {
    const port = await connect();
    port.onMessage.addListener((message) => {
      const parsed = fromGeneratorSchema.safeParse(message);
      if (parsed.success) waiting.get(parsed.data.id)?.(parsed.data);
    });
    port.onDisconnect.addListener(() => {
      connecting = null;
      const fault = { code: 'model-failed', detail: 'closed' } as const;
      for (const [id, hear] of waiting) hear({ to: 'background', type: 'fault', id, fault });
    });
    return port;
  }
  async function opened(): Promise<EncoderPort> {
    connecting ??= open();
    try {
      return await connecting;
    } catch (thrown) {
      connecting = null;
      throw new Fault('model-failed', 'worker', { cause: thrown });
    }
  }

  async function ask(
    question: Question,
    hear: (message: FromGenerator) => void,
    signal?: CallOptions['signal'],
  ): Promise<FromGenerator> {
    const port = await opened();
    const id = crypto.randomUUID();
    const send = (message: object): void => port.postMessage({ to: 'generator', id, ...message });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const wait = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            send({ type: 'stop' });
            reject(new Fault('model-failed', 'timeout'));
          }, patienceMs);
        };
        const cancel = (): void => {
          // Not waited for: a step may take seconds.
          if (waiting.has(id)) send({ type: 'stop' });
          reject(new Fault('cancelled'));
        };
        if (signal?.aborted) return cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        waiting.set(id, (message) => {
          if (message.type === 'fault') {
            reject(new Fault(message.fault.code, message.fault.detail));
          } else if (message.type === 'fetched' || message.type === 'written') resolve(message);
          else {
            wait();
            hear(message);
          }
        });
        wait();
        send(question);
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    async fetch(name, device, onProgress, onRequest) {
      await ask({ type: 'fetch', name, device }, (heard) => {
        if (heard.type === 'progress') onProgress(heard.loaded, heard.total);
        if (heard.type === 'asked') onRequest(heard.asked);
      });
    },
    async write(name, device, prompt, strengthening, { signal, onText } = {}) {
      const bare = ({ system, user }: Prompt): Prompt => ({ system, user });
      const against = strengthening && {
        strength: strengthening.strength,
        without: bare(strengthening.without),
      };
      const answer = await ask(
        { type: 'write', name, device, prompt: bare(prompt), strengthening: against },
        (heard) => {
          if (heard.type === 'text' && heard.piece !== '') onText?.(heard.piece);
        },
        signal,
      );
      if (answer.type !== 'written') throw new Fault('model-failed', 'answer');
      return { text: answer.text, usage: answer.usage };
    },
    async release() {
      if (!connecting) return;
      (await opened()).postMessage({ to: 'generator', type: 'release', id: '' });
    },
  };
}
