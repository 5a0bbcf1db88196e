import { here, tabHere } from '../../browser/here.ts';
import type { Handlers } from '../../browser/serve.ts';
import { isEnabled, putCoreInto, putPanelInto, syncSites } from '../../browser/sites.ts';
import { holdsHere } from '../../learning/evidence/reach.ts';
import { writesByTask } from '../../learning/evidence/task-habits.ts';
import { Fault } from '../../learning/fault.ts';
import { openPanel } from './invitations.ts';
import type { Services } from './services.ts';

type SiteMessages =
  | 'compose.seen'
  | 'panel.wanted'
  | 'here.read'
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
      const [{ origin, compose }, { settings }, preferences] = await Promise.all([
        here(),
        store.settings(),
        store.preferences(),
      ]);
      const site = compose?.site ?? (origin === '' ? '' : new URL(origin).host);
      const place = { site, task: 'unknown' as const, recipients: compose?.recipients ?? [] };
      const byTask = writesByTask(preferences);
      return {
        origin,
        enabled: origin !== '' && isEnabled(origin, settings.sites),
        compose,
        preferences: preferences.filter(
          (preference) =>
            preference.status !== 'superseded' && holdsHere(preference, place, byTask),
        ),
      };
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
