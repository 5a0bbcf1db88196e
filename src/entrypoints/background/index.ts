import { elsewhere } from '../../browser/elsewhere.ts';
import { browser } from '../../browser/extension.ts';
import { keyFile } from '../../browser/key-file.ts';
import { serve } from '../../browser/serve.ts';
import { shelf } from '../../browser/shelf.ts';
import { syncSites } from '../../browser/sites.ts';
import { openStore } from '../../store/open-store.ts';
import { backupHandlers } from './backup-handlers.ts';
import { serveDrafts } from './drafts.ts';
import { episodeHandlers } from './episode-handlers.ts';
import { createMenu, onInvitation } from './invitations.ts';
import { memoryHandlers } from './memory-handlers.ts';
import { preferenceHandlers } from './preference-handlers.ts';
import { createServices, type Services } from './services.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { siteHandlers } from './site-handlers.ts';
import { onWakeUp } from './wake-up.ts';

/*
 * A worker may be started for any one event, so every listener is registered in the first turn, and
 * each of them waits for the services, which are opened once.
 */
const services: Promise<Services> = openStore({ shelf, keyFile, elsewhere }).then(createServices);

const report = (thrown: unknown): void => console.error('Penchant could not do this.', thrown);

serve(
  services.then((ready) => ({
    ...siteHandlers(ready),
    ...episodeHandlers(ready),
    ...preferenceHandlers(ready),
    ...settingsHandlers(ready),
    ...memoryHandlers(ready),
    ...backupHandlers(ready),
  })),
);

browser.runtime.onConnect.addListener((port) => serveDrafts(port, services));

onInvitation(report);
onWakeUp(() => void services.then(({ queue }) => queue.wake(), report));

async function sync(): Promise<void> {
  const { store } = await services;
  const { settings } = await store.settings();
  await syncSites(settings.sites);
}

browser.permissions.onAdded.addListener(() => void sync().catch(report));
browser.permissions.onRemoved.addListener(() => void sync().catch(report));
browser.runtime.onStartup.addListener(() => {
  void sync().catch(report);
  // Once for each start of the browser, because it reads all of the second copy.
  void services.then(({ store }) => store.checkMirror()).catch(report);
});
browser.runtime.onInstalled.addListener(async ({ reason }) => {
  await createMenu().catch(report);
  await sync().catch(report);
  if (reason === 'install') await browser.tabs.create({ url: 'welcome.html' });
});

// Whatever woke us: edits that were noted before we last died are learned from now.
void services.then(({ queue }) => queue.wake()).catch(report);
