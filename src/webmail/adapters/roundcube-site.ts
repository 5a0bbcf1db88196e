import type { SiteData } from './site-data.ts';

/**
 * Roundcube 1.6, skin Elastic; read in its templates and scripts (2024-08). It has no discard button
 * and no send key, and leaves the page when the message has gone.
 */
export const roundcubeSite: SiteData = {
  id: 'roundcube',
  hosts: [],
  mark: 'textarea#composebody',
  root: ['#compose-content', 'form[name="form"]'],
  // The text field stays in the page, hidden, while the rich editor is on.
  editors: ['textarea#composebody', 'iframe#composebody_ifr'],
  family: 'exec',
  block: 'p',
  key: 'input[name="_id"]',
  subject: '#compose-subject, [name="_subject"]',
  // Real fields behind the chips; `Name <address>` lists.
  addressFields: '#_to, #_cc',
  recipients: null,
  incoming: null,
  quote: '#reply-intro, blockquote',
  signature: '#_rc_sig',
  send: ['.formbuttons .send', '.formbuttons [onclick*="\'send\'"]'],
  discard: [],
  schedule: '',
  confirm: '.ui-dialog .mainaction.send',
  shortcuts: [],
  blocked: '.ui-dialog, #messagestack .error, #messagestack .warning',
  confidential: '',
  hasUndoSend: false,
  leavesPage: true,
};
