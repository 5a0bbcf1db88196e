import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Zimbra's classic client; ids from its source (2024-09) and from tests of others that agree (2016 to
 * 2025). Buttons and fields lie in different places of the page. Its cancel button asks whether to keep
 * a draft, so it is none that discards. It keeps a box that was sent, 10,000 px to the left of the window.
 */
export const zimbraSite: SiteData = {
  ...blankSite,
  id: 'zimbra',
  mark: '[id^="zb__COMPOSE"]',
  editors: ['[id^="ZmHtmlEditor"][id$="_body_ifr"]', 'textarea.ZmHtmlEditorTextArea'],
  subject: '[id^="zv__COMPOSE"][id$="_subject_control"]',
  recipients: {
    selector: '[id^="zv__COMPOSE"]:is([id$="_to_cell"], [id$="_cc_cell"]) .addrBubble',
    address: null,
    name: { selector: '', attribute: null },
  },
  quote: '[data-marker="DIVIDER"], [data-marker="HEADERS"]',
  send: ['[id^="zb__COMPOSE"]:is([id$="__SEND"], [id$="__SEND_MENU"])'],
  blocked: '.DwtDialog',
};
