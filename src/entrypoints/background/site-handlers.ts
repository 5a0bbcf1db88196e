import { here, tabHere } from '../../browser/here.ts';
import type { Handlers } from '../../browser/serve.ts';
import { putCoreInto, putPanelInto, syncSites } from '../../browser/sites.ts';
import { Fault } from '../../learning/fault.ts';
import { hereOf, idsHere } from './here-answer.ts';
import { openPanel } from './invitations.ts';
import type { Services } from './services.ts';

type SiteMessages =
  | 'compose.seen'
  | 'panel.wanted'
  | 'here.read'
  | 'learning.switch'
  | 'panel.open'
  | 'site.enable'
  | 'site.disable';

/** Where we run, and what applies on the page the user is looking at. */
export function siteHandlers(services: Services): Pick<Handlers, SiteMessages> {
  const { store } = services;
  const setSites = async (change: (sites: readonly string[]) => string[]): Promise<void> => {
    const { settings } = await store.settings();
    const sites = change(settings.sites);
    await store.putSettings({ ...settings, sites });
    await syncSites(sites);
  };
  return {
    'compose.seen': async (_, sender) => {
      if (sender.tab?.id === undefined) throw new Fault('not-allowed');
      await putCoreInto(sender.tab.id, sender.frameId ?? 0);
      return {};
    },
    'panel.wanted': async (_, sender) => {
      if (sender.tab?.id === undefined) throw new Fault('not-allowed');
      await putPanelInto(sender.tab.id, sender.frameId ?? 0);
      return {};
    },
    'here.read': async () => {
      const [place, { settings }, preferences] = await Promise.all([
        here(),
        store.settings(),
        store.preferences(),
      ]);
      return hereOf(place, settings, idsHere(place, preferences));
    },
    'learning.switch': async ({ address, on }) => {
      const { settings } = await store.settings();
      if (address === null) await store.putSettings({ ...settings, learning: on });
      else {
        const person = address.toLowerCase();
        const others = settings.notFrom.filter((known) => known !== person);
        await store.putSettings({ ...settings, notFrom: on ? others : [...others, person] });
      }
      return {};
    },
    'panel.open': async () => {
      const tabId = await tabHere();
      if (tabId === null) throw new Fault('compose-gone');
      await openPanel(tabId);
      return {};
    },
    'site.enable': async ({ origin }) => {
      await setSites((sites) => [...new Set([...sites, origin])]);
      return {};
    },
    'site.disable': async ({ origin }) => {
      await setSites((sites) => sites.filter((site) => site !== origin));
      return {};
    },
  };
}
