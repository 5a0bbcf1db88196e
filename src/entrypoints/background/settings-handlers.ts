import { whileBusy } from '../../browser/keep-alive.ts';
import { letIn } from '../../browser/let-in.ts';
import type { Handlers } from '../../browser/serve.ts';
import { syncSites } from '../../browser/sites.ts';
import { Fault } from '../../learning/fault.ts';
import { keyFor } from '../../models/create-writer.ts';
import { listModels } from '../../models/model-list.ts';
import { providerOf, providers } from '../../models/providers/providers.ts';
import type { Services } from './services.ts';

type SettingsMessages =
  | 'settings.read'
  | 'settings.write'
  | 'settings.key'
  | 'outbound.read'
  | 'writer.test'
  | 'writer.presets'
  | 'writer.models'
  | 'spending.read'
  | 'memory.erase'
  | 'encoder.read'
  | 'encoder.fetch'
  | 'generator.read'
  | 'generator.fetch'
  | 'generator.remove';

/** Everything the options page asks for. The key goes in and never comes out again. */
export function settingsHandlers(services: Services): Pick<Handlers, SettingsMessages> {
  const { store, encoder, generators, clock } = services;
  return {
    'settings.read': async () => {
      const [{ settings, fault }, key] = await Promise.all([store.settings(), store.key()]);
      return { settings, keyHost: key?.host ?? null, fault };
    },
    'settings.write': async ({ settings }) => {
      await store.putSettings(settings);
      await Promise.all([services.useEncoder(settings.encoder), syncSites(settings.sites)]);
      return {};
    },
    'settings.key': async ({ host, key }) => {
      const { settings } = await store.settings();
      if (key !== '' && new URL(settings.writer.baseUrl).host !== host) {
        throw new Fault('changed-elsewhere');
      }
      await store.putKey(host, key);
      return {};
    },
    'outbound.read': async () => ({ requests: await services.outbound.read() }),
    'writer.test': async () => {
      const { writer } = await services.draftPorts();
      const begun = clock.now();
      const { text } = await writer.draft({
        context: {
          task: 'new',
          site: '',
          recipients: [],
          subject: '',
          incoming: null,
          notes: 'Say that the connection works.',
          language: 'en',
        },
        guidance: null,
        examples: [],
      });
      return { writer: writer.id, text, milliseconds: clock.now() - begun };
    },
    'writer.presets': async ({ baseUrl: address }) => {
      const presets = providers.map(({ id, name, baseUrl, keyPage = null }) => ({
        id,
        name,
        baseUrl,
        keyPage,
      }));
      return { presets, chosen: providerOf(address).id };
    },
    'writer.models': async () => {
      const [{ settings }, key] = await Promise.all([store.settings(), store.key()]);
      const { baseUrl, timeoutSeconds } = settings.writer;
      const timeoutMs = timeoutSeconds * 1000;
      const own = keyFor(baseUrl, key);
      const log = services.outbound;
      return { models: await listModels({ baseUrl, key: own, timeoutMs, letIn, log }) };
    },
    'spending.read': async () => ({ spending: await services.meter.read() }),
    'memory.erase': async () => {
      await services.erase();
      await syncSites([]);
      return {};
    },
    'encoder.read': async () => ({ state: encoder.state() }),
    'encoder.fetch': async () => {
      // Its progress and its end are read through `encoder.read`.
      const { settings } = await store.settings();
      void services.useEncoder(settings.encoder, true);
      return {};
    },
    'generator.read': async () => ({ state: await generators.state() }),
    'generator.fetch': async ({ name }) => {
      // Its progress and its end are read through `generator.read`.
      void whileBusy(generators.fetch(name));
      return {};
    },
    'generator.remove': async ({ name }) => {
      await generators.remove(name);
      return {};
    },
  };
}
