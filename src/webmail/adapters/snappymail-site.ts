import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * SnappyMail 2.38; read in its templates and scripts (`PopupsCompose.html`, `EmailAddresses.js`,
 * 2025-06, and a fork of 2026). Its window closes only when the message has gone. One of its two
 * editors is hidden.
 */
export const snappymailSite: SiteData = {
  ...blankSite,
  id: 'snappymail',
  mark: 'dialog#V-PopupsCompose',
  root: ['dialog#V-PopupsCompose'],
  editors: ['.squire-wysiwyg', '.squire-plain'],
  subject: 'input[name="subject"]',
  recipients: {
    selector: 'tr:not(.bcc-row, .reply-to-row) .emailaddresses > li[title]',
    address: null,
    // `"Alex Kim" <alex@acme.example>`
    name: { selector: '', attribute: 'title' },
  },
  quote: 'blockquote',
  send: ['header [data-bind*="sendCommand"]'],
  discard: ['header .button-delete'],
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked:
    'dialog[open]:not(#V-PopupsCompose), #V-PopupsCompose .btn-danger[data-bind*="sendCommand"]',
};
