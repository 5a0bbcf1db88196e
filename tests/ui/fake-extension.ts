import english from '../../public/_locales/en/messages.json' with { type: 'json' };
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
    'preferences'
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
  'preferences.change': ({ id, revision, description, facet, scope, status }) => {
    const stored = find(id);
    if (stored.revision !== revision) throw new Fault('changed-elsewhere');
    return put({
      ...stored,
      description: description ?? stored.description,
      facet: facet ?? stored.facet,
      scope: scope ?? stored.scope,
      status: status ?? stored.status,
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
  'here.read': () => ({
    ...world.here,
    enabled: world.settings.sites.includes(world.here.origin),
    preferences: world.preferences.filter(({ scope }) => scope.kind === 'everywhere'),
  }),
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

/** Stands in for `src/browser/extension.ts`. */
export const browser = {
  i18n: {
    getMessage: (key: string, values: readonly string[] = []) =>
      (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, at) => values[Number(at) - 1] ?? ''),
  },
  runtime: { sendMessage: ({ name, request }: Envelope) => answer(name, request) },
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
