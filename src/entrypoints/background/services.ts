import { whileBusy } from '../../browser/keep-alive.ts';
import { letIn } from '../../browser/let-in.ts';
import { sessionShelf } from '../../browser/session-shelf.ts';
import { shelf } from '../../browser/shelf.ts';
import { createEncoder, type Encoder } from '../../embeddings/encoder-host.ts';
import { createGeneratorHost, type GeneratorHost } from '../../embeddings/generator-host.ts';
import type { createDraft } from '../../learning/draft.ts';
import { learnFromEpisode } from '../../learning/learn.ts';
import type { Clock, Ids, Writer } from '../../learning/ports.ts';
import type { ContextVector, Episode } from '../../learning/types.ts';
import { createBuiltinWriter } from '../../models/builtin/builtin-writer.ts';
import { createWriter } from '../../models/create-writer.ts';
import type { PromptApi } from '../../models/on-device/prompt-api.ts';
import { hidesIdentifiers, type Settings } from '../../protocol/settings.ts';
import { z } from '../../protocol/zod.ts';
import type { Learned, Store } from '../../store/types.ts';
import { encoderDeps } from '../offscreen/encoder-deps.ts';
import { generatorDeps } from '../offscreen/generator-deps.ts';
import { createStoredAbilities } from './ability-book.ts';
import { catchUp } from './catch-up.ts';
import { createMeter, type StoredMeter } from './create-meter.ts';
import { createFirstScreen, type FirstScreen } from './first-screen.ts';
import { createLearningQueue, type LearningQueue } from './learning-queue.ts';
import { createLessonAnswers, type LessonAnswers } from './lesson-answers.ts';
import { createMemory } from './memory.ts';
import { createOutboundLog, type StoredOutboundLog } from './outbound-log.ts';
import { createQuestionDesk, type QuestionDesk } from './question-desk.ts';
import { createTakenOut, type TakenOut } from './taken-out.ts';
import { type Frame, tellLearned } from './tell-learned.ts';
import { scheduleLearning } from './wake-up.ts';

/** What the background's listeners work with; made once in the life of a worker. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly encoder: Encoder;
  /** The small models that run inside the extension. */
  readonly generators: GeneratorHost;
  readonly queue: LearningQueue;
  readonly outbound: StoredOutboundLog;
  readonly meter: StoredMeter;
  readonly lessons: LessonAnswers;
  readonly firstScreen: FirstScreen;
  readonly questions: QuestionDesk;
  readonly takenOut: TakenOut;
  /** The frame an episode was sent from, for the line "Learned: …". Lost with the worker, and only that. */
  readonly sentFrom: Map<string, Frame>;
  /** What a draft needs under the present settings; rejects with the `Fault` that is in the way. */
  draftPorts(): Promise<Parameters<typeof createDraft>[1]>;
  /** Chooses an encoder, downloads its model if asked to, and gives stored contexts its vectors. */
  useEncoder(kind: Settings['encoder'], download?: boolean): Promise<void>;
  /** Makes a new episode's context findable once it is learned from. */
  remember(episodeId: string, vector: ContextVector): void;
  /** Reads the vectors anew: some came or went. */
  forget(): void;
  /** Deletes everything that was ever stored, and what of it is in memory. */
  erase(): Promise<void>;
}

/** Looked for anew each time: a browser may bring it after an update of its parts. */
function onDeviceApi(): PromptApi | null {
  // Its shape is the specification's; whatever else stands there fails as `model-failed`.
  return (Reflect.get(globalThis, 'LanguageModel') as PromptApi | undefined) ?? null;
}

/** Name of the time of the last question, beside the database: when somebody was asked is no secret. */
const askedAt = 'askedAt';
const clock: Clock = { now: () => Date.now() };
/** Says of an edit what can be counted. */
const counter = createBuiltinWriter({ name: '' });
const ids: Ids = { next: () => crypto.randomUUID() };

/** Puts the rooms together over an open store. */
export async function createServices(store: Store): Promise<Services> {
  const sentFrom = new Map<string, Frame>();
  const outbound = createOutboundLog(sessionShelf);
  const encoder = createEncoder({ ...(await encoderDeps()), onRequest: outbound.note });
  const generators = createGeneratorHost({ ...generatorDeps(), onRequest: outbound.note });
  const memory = createMemory(store, () => encoder.current().id);
  const abilities = createStoredAbilities(sessionShelf);
  const meter = createMeter(store, clock);
  const firstScreen = createFirstScreen({ store, shelf: sessionShelf });
  const lessons = createLessonAnswers({ store, clock, shelf: sessionShelf });
  const lastAsked = {
    read: async () => z.number().safeParse((await shelf.read([askedAt]))[askedAt]).data ?? null,
    write: (at: number) => shelf.write({ [askedAt]: at }),
  };
  const questions = createQuestionDesk({ store, clock, ids, shelf: sessionShelf, lastAsked });
  const takenOut = createTakenOut(ids);

  // Kept while the choice is the same, because a writer remembers what its server does not take.
  let kept: { readonly choice: string; readonly writer: Writer } | null = null;
  const writerNow = async (): Promise<Writer> => {
    const [{ settings }, key] = await Promise.all([store.settings(), store.key()]);
    const choice = JSON.stringify([settings.writer, settings.name, key]);
    if (kept?.choice !== choice) {
      const masks = hidesIdentifiers(settings.writer);
      const ports = {
        masks,
        log: outbound,
        meter,
        abilities,
        letIn,
        onDevice: onDeviceApi(),
        local: {
          model: generators.model(settings.writer.generator),
          strength: settings.writer.strength,
        },
      };
      kept = { choice, writer: createWriter(settings.writer, settings.name, key, ports) };
    }
    return kept.writer;
  };
  const learnWith = async (writer: Writer, episode: Episode): Promise<Learned> => {
    const { settings } = await store.settings();
    return learnFromEpisode(episode, { writer, memory, clock, ids, method: settings.method });
  };

  const queue = createLearningQueue({
    store,
    clock,
    learn: async (episode) => {
      const writer = await writerNow();
      return learnWith((await writer.describes?.()) === false ? counter : writer, episode);
    },
    learnByCounting: (episode) => learnWith(counter, episode),
    onLearned: (learned) => tellLearned(learned, sentFrom),
    onFault: (fault) => console.warn('An edit waits to be learned from.', fault),
    schedule: scheduleLearning,
  });

  const report = (thrown: unknown): void => console.error('Contexts keep old vectors.', thrown);
  const useEncoder: Services['useEncoder'] = async (kind, download = false) => {
    await encoder.want(kind);
    if (download) await whileBusy(encoder.fetchModel());
    // Behind the scenes: until it is done, contexts without a new vector are just not found.
    void whileBusy(catchUp(store, encoder, () => memory.forget())).catch(report);
  };
  const { settings } = await store.settings();
  await useEncoder(settings.encoder);

  return {
    store,
    clock,
    ids,
    encoder,
    generators,
    queue,
    outbound,
    meter,
    lessons,
    firstScreen,
    questions,
    takenOut,
    sentFrom,
    useEncoder,
    draftPorts: async () => {
      const [{ settings }, writer] = await Promise.all([store.settings(), writerNow()]);
      return {
        writer,
        embedder: encoder.current(),
        memory,
        method: settings.method,
      };
    },
    remember: (episodeId, vector) => memory.added(episodeId, vector),
    forget: () => memory.forget(),
    erase: async () => {
      takenOut.forget();
      await store.erase();
      await Promise.all([outbound.erase(), abilities.erase()]);
      await lessons.erase();
      await firstScreen.erase();
      await questions.erase();
      memory.forget();
      sentFrom.clear();
      await useEncoder((await store.settings()).settings.encoder);
    },
  };
}
