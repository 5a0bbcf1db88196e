import type {
  Clock,
  Completion,
  Embedder,
  Ids,
  InferenceForm,
  Memory,
  Neighbour,
  Writer,
} from '../../src/learning/ports.ts';
import type {
  Context,
  ContextVector,
  Described,
  Episode,
  Evidence,
  Preference,
  Usage,
} from '../../src/learning/types.ts';

export const noUsage: Usage = { calls: 0, inputTokens: 0, outputTokens: 0 };
export const oneCall: Usage = { calls: 1, inputTokens: 10, outputTokens: 5 };

export function context(
  changes: Partial<Context> & { to?: string | readonly string[] } = {},
): Context {
  const { to = 'ann@acme.example', ...others } = changes;
  const addresses = typeof to === 'string' ? [to] : to;
  return {
    task: 'new',
    site: 'mail.example.com',
    recipients: addresses.map((address) => ({ address, name: '' })),
    subject: 'Plans',
    incoming: null,
    notes: 'Ask for the plans',
    language: 'en',
    ...others,
  };
}

/** A sent episode; `at` is also its time of writing. */
export function episode(changes: Partial<Episode> & { id: string }): Episode {
  return {
    at: 1_000,
    context: context(),
    writer: 'fake',
    draft: 'Hello Ann, please send the plans.',
    final: 'Hi Ann, please send the plans.',
    outcome: 'sent',
    guidance: null,
    cost: null,
    standing: null,
    usage: { draft: noUsage, learn: noUsage },
    ...changes,
  };
}

/** An episode that was learned from, near to the one at hand. */
export function neighbour(changes: Partial<Episode> & { id: string }, similarity = 0.9): Neighbour {
  return { episode: episode(changes), similarity };
}

export function evidence(episodeId: string, changes: Partial<Evidence> = {}): Evidence {
  return {
    episodeId,
    at: 1_000,
    says: 'supports',
    recipient: 'ann@acme.example',
    task: 'new',
    before: '',
    after: '',
    ...changes,
  };
}

export function preference(description: string, changes: Partial<Preference> = {}): Preference {
  return {
    id: `p:${description}`,
    description,
    facet: 'other',
    scope: { kind: 'everywhere' },
    evidence: [],
    confidence: 0.5,
    origin: 'learned',
    status: 'active',
    revision: 0,
    createdAt: 0,
    updatedAt: 0,
    ...changes,
  };
}

export function described(description: string, changes: Partial<Described> = {}): Described {
  return { facet: 'other', description, before: '', after: '', ...changes };
}

export function counter(prefix = 'id'): Ids {
  let count = 0;
  return { next: () => `${prefix}-${++count}` };
}

export const clock: Clock = { now: () => 5_000 };

/** Vectors by the letters of a text: enough for "the same text is nearest". */
export function letterVector(text: string): ContextVector {
  const values = new Float32Array(64);
  for (const letter of text) {
    const at = (letter.codePointAt(0) ?? 0) % 64;
    values[at] = (values[at] ?? 0) + 1;
  }
  const length = Math.hypot(...values) || 1;
  return { encoder: 'letters', values: values.map((value) => value / length) };
}

export const letterEmbedder: Embedder = {
  id: 'letters',
  embed: async (texts) => texts.map(letterVector),
};

/** A memory in plain arrays, with the write side that the store has. */
export class FakeMemory implements Memory {
  known: readonly Preference[] = [];
  readonly episodes: { episode: Episode; vector: ContextVector }[] = [];

  async nearest(vector: ContextVector, k: number) {
    return this.episodes
      .filter(({ episode }) => episode.standing !== null)
      .map(({ episode, vector: other }) => ({ episode, similarity: cosine(vector, other) }))
      .sort((one, other) => other.similarity - one.similarity || other.episode.at - one.episode.at)
      .slice(0, k);
  }

  async neighboursOf(episodeId: string, k: number) {
    const own = this.episodes.find(({ episode }) => episode.id === episodeId);
    if (!own) return [];
    const found = await this.nearest(own.vector, k + 1);
    return found.filter(({ episode }) => episode.id !== episodeId).slice(0, k);
  }

  async preferences() {
    return this.known;
  }

  /** As the store does it: new ones are added, changed ones must be the next revision. */
  put(changed: readonly Preference[]): void {
    for (const one of changed) {
      const old = this.known.find(({ id }) => id === one.id);
      if (one.revision !== (old ? old.revision + 1 : 0)) throw new Error('changed elsewhere');
      this.known = [...this.known.filter(({ id }) => id !== one.id), one];
    }
  }
}

function cosine(one: ContextVector, other: ContextVector): number {
  return one.values.reduce((sum, value, at) => sum + value * (other.values[at] ?? 0), 0);
}

export interface FakeWriter extends Writer {
  readonly calls: { draft: number; aggregate: string[][]; infer: InferenceForm[] };
}

/**
 * A writer whose draft is its notes and its guidance, whose aggregate joins, and which infers what
 * `describe` says about the final text.
 */
export function fakeWriter(
  describe: (final: string, form: InferenceForm) => readonly Described[] = () => [],
): FakeWriter {
  const calls: FakeWriter['calls'] = { draft: 0, aggregate: [], infer: [] };
  const said = (text: string): Completion => ({ text, usage: oneCall });
  return {
    id: 'fake',
    calls,
    async draft({ context, guidance }) {
      calls.draft++;
      return said([context.notes, guidance?.text ?? ''].join('\n').trim());
    },
    async revise({ text }) {
      return said(text);
    },
    async verify({ descriptions }) {
      return { scores: descriptions.map(() => 2), usage: oneCall };
    },
    async aggregate(descriptions) {
      calls.aggregate.push([...descriptions]);
      return said(`All of: ${descriptions.join(' + ')}`);
    },
    async infer(edit, form) {
      calls.infer.push(form);
      return {
        preferences: describe(edit.final, form),
        confirmed: [],
        contradicted: [],
        usage: oneCall,
      };
    },
  };
}

/** Whether no surrogate pair in the text was torn. */
export function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
