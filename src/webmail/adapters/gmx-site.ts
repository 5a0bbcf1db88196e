import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * GMX, web.de and mail.com, in the frame that holds the whole mail program (`frame-origins.ts`); seen
 * in scripts of others (2020 to 2025). Not seen: its questions, its discard button.
 */
export const gmxSite: SiteData = {
  ...blankSite,
  id: 'gmx',
  mark: '#compose-form-submit-send, #compose-send-button',
  editors: ['iframe.cke_wysiwyg_frame'],
  subject: '.mailobjectpanel-textfield_input',
  recipients: {
    selector: '.select2-search-choice',
    address: null,
    name: { selector: 'div', attribute: null },
  },
  signature: '.signature',
  send: ['#compose-form-submit-send', '#compose-send-button'],
  blocked: '[role="alertdialog"], [role="dialog"]',
};
