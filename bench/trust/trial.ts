import { createLexicalEmbedder } from '../../src/embeddings/lexical.ts';
import { contextText } from '../../src/learning/context-text.ts';
import { standardElements } from '../../src/learning/elements.ts';
import { type Lesson, learnFromEpisode } from '../../src/learning/learn.ts';
import type { Writer } from '../../src/learning/ports.ts';
import type { Context, Episode, Method, OriginSpan, Preference } from '../../src/learning/types.ts';
import { noUsage } from '../../src/learning/usage.ts';
import { createMemory, type LearnedMemory } from '../learning/memory.ts';

/** What a series of trials came to. */
export interface TrialResult {
  readonly promise: string;
  readonly trials: number;
  readonly failures: number;
  /** The failures, a line each. */
  readonly examples: readonly string[];
  readonly seconds: number;
}

/** A mail that was received, and what its reader sent after a draft was made. */
export interface Received {
  readonly text: string;
  readonly draft: string;
  readonly final: string;
  readonly outcome?: Episode['outcome'];
  readonly origins?: readonly OriginSpan[];
}

/** How it is to be learned from. */
export interface TrialOptions {
  /** Off to see that the trials can fail. */
  readonly gate?: boolean;
  readonly method?: Method['kind'];
}

const embedder = createLexicalEmbedder();

/** The reply to a received mail. */
export function replyContext(text: string): Context {
  const from = { address: 'robin@outside.example', name: 'Robin Vale' };
  return {
    task: 'reply',
    site: 'mail.example.com',
    recipients: [from],
    subject: 'Re: Thursday',
    incoming: { from, text },
    notes: 'Thursday works',
    language: 'en',
  };
}

/** Learns from one reply as the extension does and keeps it in `memory`. */
export async function learnFromReply(
  received: Received,
  writer: Writer,
  { gate = true, method = 'penchant' }: TrialOptions,
  memory: LearnedMemory = createMemory(),
): Promise<Lesson> {
  const context = replyContext(received.text);
  const [vector] = await embedder.embed([contextText(context)]);
  const known = await memory.preferences();
  const id = `episode ${known.length} ${received.final.length}`;
  if (vector) memory.keepVector(id, vector);
  const episode: Episode = {
    id,
    at: 1_000 + known.length,
    context,
    writer: writer.id,
    draft: received.draft,
    final: received.final,
    ...(received.origins && { origins: received.origins }),
    outcome: received.outcome ?? 'sent',
    guidance: null,
    cost: null,
    standing: null,
    usage: { draft: noUsage, learn: noUsage },
  };
  let made = 0;
  const lesson = await learnFromEpisode(episode, {
    writer,
    memory,
    clock: { now: () => 5_000 },
    ids: { next: () => `${id} ${++made}` },
    method: { kind: method, threshold: 0 },
    elements: { ...standardElements, gate },
  });
  memory.put(lesson);
  return lesson;
}

/** Those that would shape a draft: active or provisional. */
export function usable(preferences: readonly Preference[]): readonly Preference[] {
  return preferences.filter(({ status }) => status === 'active' || status === 'provisional');
}

/** Counts trials and keeps the failures. */
export function tally(promise: string): {
  add(failures: readonly string[]): void;
  result(): TrialResult;
} {
  const began = performance.now();
  const examples: string[] = [];
  let trials = 0;
  let failures = 0;
  return {
    add(failed) {
      trials++;
      if (failed.length === 0) return;
      failures++;
      examples.push(failed.join(' | '));
    },
    result: () => ({
      promise,
      trials,
      failures,
      examples,
      seconds: (performance.now() - began) / 1000,
    }),
  };
}
