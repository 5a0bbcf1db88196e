import { call } from '../../browser/call.ts';
import { dropHosts, hasHost, requestHost } from '../../browser/permissions.ts';
import { sitePattern, sitePatterns } from '../../browser/site-pattern.ts';
import { asFault } from '../../learning/fault.ts';
import type { Settings } from '../../protocol/settings.ts';

/**
 * Switches a site on; `false` when the user refuses. Must be called in the turn of their click.
 *
 * The site is noted while the browser still asks: Firefox closes the popup to ask, and then nothing
 * after the answer would run. After a refusal it is taken back.
 */
export async function enableSite(origin: string): Promise<boolean> {
  const [asked, noted] = await Promise.allSettled([
    requestHost(origin),
    call('site.enable', { origin }),
  ]);
  const isAllowed = asked.status === 'fulfilled' && asked.value;
  if (!isAllowed) await call('site.disable', { origin });
  if (asked.status === 'rejected') throw asFault(asked.reason, 'not-allowed');
  if (noted.status === 'rejected') throw noted.reason;
  return isAllowed;
}

/** Switches a site off and gives its hosts back, but for those another site or the writer has too. */
export async function disableSite(origin: string): Promise<void> {
  await call('site.disable', { origin });
  const { settings } = await call('settings.read', {});
  const needed = stillNeeded(settings);
  const free = sitePatterns(origin).filter((pattern) => !needed.includes(pattern));
  if (free.length > 0) await dropHosts(free);
}

function stillNeeded({ sites, writer }: Settings): string[] {
  const server = writer.kind === 'openai' ? [sitePattern(writer.baseUrl)] : [];
  return [...sites.flatMap(sitePatterns), ...server];
}

/** Which of these origins the browser lets us work on. */
export async function allowedSites(origins: readonly string[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(origins.map(hasHost));
  return new Set(origins.filter((_, position) => answers[position]));
}
