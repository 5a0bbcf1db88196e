import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Zoho Mail; seen in the notes and tests of others who drive it (2026-09, names of the buttons, the subject
 * and the recipients) and in mail it sends. Its question about a reminder holds a message back: it is a
 * plain dialog, as are others that have nothing to do with the message, so only the box going says more.
 */
export const zohoSite: SiteData = {
  ...blankSite,
  id: 'zoho',
  hosts: ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in'],
  editors: ['iframe.ze_area', '[id^="zmComposeEditor_"] iframe'],
  subject: '[data-testid="com_subject_field"] input',
  recipients: {
    selector:
      '.zmCRow:has([data-testid="com_To_field"], [data-testid="com_Cc_field"]) [role="option"].zmCB',
    address: { selector: '', attribute: 'aria-label' },
    name: null,
  },
  quote: '.zmail_extra_hr',
  send: ['[data-testid="com_send"]'],
  discard: ['[data-testid="com_DiscardDraft_Icon"]'],
  schedule: '[data-testid="com_send_later"]',
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '[role="alertdialog"]',
};
