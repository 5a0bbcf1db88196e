import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Nextcloud Mail; read in its source (`Composer.vue`, `NewMessageModal.vue`, `ReplyBuilder.js`, up to
 * 2026-08). While it sends, and when it asks back, it takes the composer out of its window: so the
 * window is the box. Not seen: the window's own class in every version, what a chip is built of.
 */
export const nextcloudSite: SiteData = {
  ...blankSite,
  id: 'nextcloud',
  mark: '.message-composer .message-editor',
  root: ['.floating-composer', '.modal-container'],
  editors: ['.message-editor .ck-editor__editable', '.message-editor textarea'],
  family: 'paste',
  block: 'p',
  subject: 'input[name="subject"]',
  recipients: {
    selector: '.to-select .vs__selected',
    address: null,
    name: { selector: '[class*="lineone"]', attribute: null },
  },
  quote: '.quote',
  signature: '.signature',
  send: ['.composer-actions [type="submit"]'],
  discard: ['.composer-actions--primary-actions button:has(.trash-can-outline-icon, .delete-icon)'],
  shortcuts: [{ intent: 'send', key: 'enter', mod: true }],
  blocked: '.empty-content[role="alert"]',
};
