import { createDraft, type Draft } from '../../../src/learning/draft.ts';
import { type Elements, standardElements } from '../../../src/learning/elements.ts';
import { type Lesson, learnFromEpisode } from '../../../src/learning/learn.ts';
import type { Writer } from '../../../src/learning/ports.ts';
import type { Episode, Method } from '../../../src/learning/types.ts';
import { noUsage } from '../../../src/learning/usage.ts';
import { createMemory } from '../memory.ts';
import type { Agent, Round, Tools } from '../types.ts';

/** A mail every two hours: the method may ask how old something is, and must not ask a real clock. */
const betweenMails = 2 * 60 * 60 * 1000;

/**
 * The code that ships, drafting and learning by this method, with a memory that is empty at first.
 * `elements` are for the default method alone. `onLesson` is told what each mail taught.
 */
export function createShipped(
  tools: Tools,
  kind: Method['kind'],
  elements: Elements = standardElements,
  onLesson: (lesson: Lesson) => void = () => {},
): Agent {
  const { writer, embedder } = tools;
  const method: Method = { kind, threshold: 0 };
  const memory = createMemory();
  const drafts = new Map<string, Draft>();
  let at = 0;
  let made = 0;
  const ports = {
    writer,
    embedder,
    memory,
    method,
    elements,
    clock: { now: () => at },
    ids: { next: () => `preference-${++made}` },
  };
  const draftFor = ({ context }: Round, by: Writer): Promise<Draft> =>
    createDraft({ context, without: [] }, { ...ports, writer: by });
  return {
    async draft(round) {
      const draft = await draftFor(round, writer);
      drafts.set(round.id, draft);
      return { text: draft.text, usage: draft.usage };
    },
    async learn(round, _written, final) {
      const draft = drafts.get(round.id);
      if (!draft) throw new Error(`There is no draft for the round ${round.id} to learn from.`);
      at += betweenMails;
      memory.keepVector(round.id, draft.vector);
      const lesson = await learnFromEpisode(sent(round, draft, final, at), ports);
      memory.put(lesson);
      onLesson(lesson);
      return lesson.usage;
    },
    storeSize: () => memory.inUse(),
    guidance: async (round) => (await draftFor(round, writesNothing(writer))).guidance?.text ?? '',
  };
}

/** What the product keeps of a mail that was just sent. */
function sent({ id, context }: Round, draft: Draft, final: string, at: number): Episode {
  return {
    id,
    at,
    context,
    writer: 'bench',
    draft: draft.text,
    final,
    outcome: 'sent',
    guidance: draft.guidance,
    cost: null,
    standing: null,
    usage: { draft: draft.usage, learn: noUsage },
  };
}

/** The writer where only the guidance is wanted and a draft would be a call for nothing. */
function writesNothing(writer: Writer): Writer {
  return { ...writer, draft: async () => ({ text: '', usage: noUsage }) };
}
