import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { newestFirst } from '../../src/learning/evidence/newest-first.ts';
import { Fault } from '../../src/learning/fault.ts';
import type { Preference } from '../../src/learning/types.ts';
import { providerOf, providers } from '../../src/models/providers/providers.ts';
import type {
  Envelope,
  MessageName,
  Messages,
  Reply,
  Request,
  Response,
} from '../../src/protocol/messages.ts';
import { messages } from '../../src/protocol/messages.ts';
import { defaultSettings, settingsSchema } from '../../src/protocol/settings.ts';
import { preferenceSchema } from '../../src/protocol/shapes.ts';
import { noSpending } from '../../src/protocol/spending.ts';

type Answers = {
  -readonly [Name in keyof Messages]?: (request: Request<Name>) => Response<Name>;
};

/** What the pages find behind the protocol: a background that keeps everything in memory. */
export const world = {
  preferences: [] as Preference[],
  settings: defaultSettings,
  key: null as { host: string; key: string } | null,
  here: { origin: 'https://mail.example.com', enabled: false, compose: null } as Omit<
    Response<'here.read'>,
    'applies' | 'learning'
  >,
  granted: new Set<string>(),
  /** Whether the user says yes when the browser asks. */
  allows: true,
  /** Every request, oldest first; `permission: …` where the browser was asked. */
  log: [] as string[],
  /** Answers that differ from the usual ones. */
  answers: {} as Answers,
};

/** Begins anew: nothing known, nothing asked. */
export function newWorld(): void {
  world.preferences = [];
  world.settings = defaultSettings;
  world.key = null;
  world.here = { origin: 'https://mail.example.com', enabled: false, compose: null };
  world.granted = new Set();
  world.allows = true;
  world.log = [];
  world.answers = {};
}

function find(id: string): Preference {
  const found = world.preferences.find((preference) => preference.id === id);
  if (!found) throw new Fault('not-found');
  return found;
}

function put(preference: Preference): { preference: Preference } {
  world.preferences = [...world.preferences.filter(({ id }) => id !== preference.id), preference];
  return { preference };
}

function whatIsHere(): Response<'here.read'> {
  const [first] = world.here.compose?.recipients ?? [];
  const { sites, learning, notFrom } = world.settings;
  return {
    ...world.here,
    enabled: sites.includes(world.here.origin),
    applies: world.preferences
      .filter(({ scope }) => scope.kind === 'everywhere')
      .map(({ id }) => id),
    learning: { all: learning, recipient: !notFrom.includes(first?.address ?? '') },
  };
}

const usual: Answers = {
  'panel.open': () => ({}),
  'preferences.list': () => ({ preferences: world.preferences, notice: null }),
  'preferences.add': (wording) =>
    put({
      ...wording,
      id: `own-${world.preferences.length}`,
      evidence: [],
      confidence: 1,
      origin: 'user',
      status: 'active',
      revision: 0,
      createdAt: 0,
      updatedAt: 0,
    }),
  'preferences.change': ({ id, revision, description, facet, scope, status, pinned }) => {
    const stored = find(id);
    if (stored.revision !== revision) throw new Fault('changed-elsewhere');
    return put({
      ...stored,
      description: description ?? stored.description,
      facet: facet ?? stored.facet,
      scope: scope ?? stored.scope,
      status: status ?? stored.status,
      origin: pinned === undefined ? stored.origin : pinned ? 'user' : 'learned',
      revision: revision + 1,
    });
  },
  'preferences.delete': ({ id }) => {
    const preference = find(id);
    world.preferences = world.preferences.filter((other) => other !== preference);
    return { preference };
  },
  'preferences.restore': ({ preference }) => {
    put(preferenceSchema.parse(preference));
    return {};
  },
  'here.read': () => whatIsHere(),
  'preferences.first': ({ limit }) => ({
    here: whatIsHere(),
    preferences: world.preferences.toSorted(newestFirst).slice(0, limit),
    total: world.preferences.length,
    notice: null,
  }),
  'preferences.part': ({ from, limit }) => ({
    preferences: world.preferences.slice(from, from + limit),
  }),
  'preferences.of': ({ ids }) => ({
    preferences: world.preferences.filter(({ id }) => ids.includes(id)),
  }),
  'preferences.merge': ({ keep, other, description }) => {
    const before = [find(keep.id), find(other.id)] as const;
    const [one, two] = before;
    world.preferences = world.preferences.filter(({ id }) => id !== two.id);
    const evidence = [...one.evidence, ...two.evidence];
    const { preference } = put({ ...one, description, evidence, revision: one.revision + 1 });
    return { before, merged: preference };
  },
  'preferences.unmerge': ({ before, merged }) => {
    for (const preference of before) {
      const next = preference.id === merged.id ? merged.revision + 1 : preference.revision;
      put(preferenceSchema.parse({ ...preference, revision: next }));
    }
    return {};
  },
  'learning.switch': ({ address, on }) => {
    const { notFrom } = world.settings;
    world.settings =
      address === null
        ? { ...world.settings, learning: on }
        : { ...world.settings, notFrom: on ? [] : [...notFrom, address] };
    return {};
  },
  'episodes.list': () => ({ episodes: [], waiting: 0, fault: null }),
  'outbound.read': () => ({ requests: [] }),
  'memory.sizes': () => ({
    episodes: { count: 12, bytes: 34_567 },
    preferences: { count: world.preferences.length, bytes: 800 },
    jobs: { count: 0, bytes: 0 },
    vectors: { count: 12, bytes: 1_200_000 },
  }),
  'settings.read': () => ({
    settings: world.settings,
    keyHost: world.key?.host ?? null,
    fault: null,
  }),
  'settings.write': ({ settings }) => {
    world.settings = settingsSchema.parse(settings);
    return {};
  },
  'settings.key': ({ host, key }) => {
    world.key = key === '' ? null : { host, key };
    return {};
  },
  'site.enable': ({ origin }) => {
    world.settings = { ...world.settings, sites: [...world.settings.sites, origin] };
    return {};
  },
  'site.disable': ({ origin }) => {
    const sites = world.settings.sites.filter((site) => site !== origin);
    world.settings = { ...world.settings, sites };
    return {};
  },
  'writer.test': () => ({ writer: 'openai:m', text: 'The connection works.', milliseconds: 1200 }),
  'writer.presets': ({ baseUrl: address }) => ({
    presets: providers.map(({ id, name, baseUrl, keyPage = null }) => ({
      id,
      name,
      baseUrl,
      keyPage,
    })),
    chosen: providerOf(address).id,
  }),
  'writer.models': () => ({
    models: [
      { id: 'large', price: { input: 2.5, output: 10 } },
      { id: 'small', price: null },
    ],
  }),
  'spending.read': () => ({ spending: noSpending('2026-11') }),
  'encoder.read': () => ({
    state: {
      active: 'lexical',
      wanted: world.settings.encoder,
      model: 'absent',
      loaded: 0,
      total: 0,
      fault: null,
    },
  }),
  'encoder.fetch': () => ({}),
  'generator.read': () => ({ state: { choices: [], fetching: null, fault: null } }),
  'generator.fetch': () => ({}),
  'generator.remove': () => ({}),
};

async function answer<Name extends MessageName>(name: Name, request: unknown): Promise<Reply> {
  world.log.push(name);
  try {
    // The same check as in the background: a page that sends a wrong shape must fail here too.
    const parsed = messages[name].request.parse(request) as Request<Name>;
    const handler = (world.answers[name] ?? usual[name]) as
      | ((request: Request<Name>) => Response<Name>)
      | undefined;
    if (!handler) throw new Fault('not-allowed', name);
    return { ok: true, value: messages[name].response.parse(handler(parsed)) };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { ok: false, fault: { code: thrown.code, detail: thrown.detail } };
  }
}

const sentences: Record<string, { message: string } | undefined> = english;

const patternsOf = ({ origins = [] }: { origins?: string[] }): string[] => origins;

const listeners = new Set<(...heard: unknown[]) => unknown>();

/** Says something to this page, as the background would. */
export const tellPage = (message: unknown): void => {
  for (const hear of listeners) hear(message, {}, () => undefined);
};

/** Stands in for `src/browser/extension.ts`. */
export const browser = {
  i18n: {
    getUILanguage: () => 'en',
    getMessage: (key: string, values: readonly string[] = []) =>
      (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, at) => values[Number(at) - 1] ?? ''),
  },
  runtime: {
    sendMessage: ({ name, request }: Envelope) => answer(name, request),
    onMessage: {
      addListener: (listener: (...heard: unknown[]) => unknown) => void listeners.add(listener),
      removeListener: (listener: (...heard: unknown[]) => unknown) =>
        void listeners.delete(listener),
    },
  },
  commands: {
    getAll: async () => [{ name: 'open-panel', shortcut: 'Alt+Shift+D' }],
    openShortcutSettings: async () => undefined,
  },
  tabs: { create: async () => undefined },
  permissions: {
    contains: async (asked: { origins?: string[] }) =>
      patternsOf(asked).every((pattern) => world.granted.has(pattern)),
    request: async (asked: { origins?: string[] }) => {
      for (const pattern of patternsOf(asked)) {
        world.log.push(`permission: ${pattern}`);
        if (world.allows) world.granted.add(pattern);
      }
      return world.allows;
    },
    remove: async (asked: { origins?: string[] }) => {
      for (const pattern of patternsOf(asked)) world.granted.delete(pattern);
      return true;
    },
  },
};
