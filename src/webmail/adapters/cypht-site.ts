import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * Cypht 2; read in its source (`modules/smtp`, 2026-08). It leaves the page when the message has gone.
 * Its number of the draft changes with every save. What is written as Markdown is any text field.
 */
export const cyphtSite: SiteData = {
  ...blankSite,
  id: 'cypht',
  mark: 'form.compose_form #compose_body',
  root: ['form.compose_form'],
  editors: ['textarea#compose_body', 'iframe.ke-edit-iframe'],
  block: 'p',
  subject: '#compose_subject',
  addressFields: '#compose_to, #compose_cc',
  quote: 'blockquote',
  send: ['.smtp_send_placeholder', '.smtp_send_archive'],
  blocked: '.modal.show',
};
