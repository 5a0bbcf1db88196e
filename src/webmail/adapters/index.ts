import type { Adapter } from '../types.ts';
import { createAdapter } from './create-adapter.ts';
import { cyphtSite } from './cypht-site.ts';
import { fastmailSite } from './fastmail-site.ts';
import { generic } from './generic.ts';
import { gmail } from './gmail.ts';
import { gmxSite } from './gmx-site.ts';
import { nextcloudSite } from './nextcloud-site.ts';
import { openXchangeSite } from './open-xchange-site.ts';
import { outlookSite } from './outlook-site.ts';
import { practiceSite } from './practice-site.ts';
import { protonSite } from './proton-site.ts';
import { roundcubeSite } from './roundcube-site.ts';
import type { SiteData } from './site-data.ts';
import { snappymailSite } from './snappymail-site.ts';
import { sogoSite } from './sogo-site.ts';
import { yahooSite } from './yahoo-site.ts';
import { zimbraSite } from './zimbra-site.ts';
import { zohoSite } from './zoho-site.ts';

/** Sites whose data says it all. */
const sites: readonly SiteData[] = [
  practiceSite,
  outlookSite,
  protonSite,
  yahooSite,
  fastmailSite,
  roundcubeSite,
  cyphtSite,
  gmxSite,
  nextcloudSite,
  openXchangeSite,
  snappymailSite,
  sogoSite,
  zimbraSite,
  zohoSite,
];

/** Most particular first. */
const adapters: readonly Adapter[] = [gmail, ...sites.map((site) => createAdapter(site))];

/** The adapter of the webmail that this page is; the one for any text field where none knows it. */
export function adapterFor(location: Location, document: Document): Adapter {
  return adapters.find((adapter) => adapter.matches(location, document)) ?? generic;
}
