import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Zoho Mail; seen in the notes of others who drive it (2026) and in mail it sends. Its send button has
 * nothing but a translated name, so the one beside it tells the box, and only the key is heard to send.
 */
export const zohoSite: SiteData = {
  ...blankSite,
  id: 'zoho',
  hosts: ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in'],
  editors: ['iframe.ze_area'],
  quote: '.zmail_extra_hr',
  send: ['[data-testid="com_send_later"]'],
  schedule: '[data-testid="com_send_later"]',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"]',
};
