import { blankSite } from './blank-site.ts';
import type { SiteData } from './site-data.ts';

/**
 * SOGo 5; read in its scripts and in notes on its template (CKEditor 5, 2026-04). It has no send key,
 * and its close button keeps the draft. Not seen: what an error looks like.
 */
export const sogoSite: SiteData = {
  ...blankSite,
  id: 'sogo',
  mark: 'md-dialog [ng-click="editor.send()"]',
  root: ['md-dialog'],
  editors: ['sg-ckeditor .ck-editor__editable', 'textarea[name="content"]'],
  family: 'paste',
  block: 'p',
  subject: 'input[name="subject"]',
  recipients: {
    selector: 'md-chips:is([ng-model$="editable.to"], [ng-model$="editable.cc"]) md-chip',
    address: null,
    name: { selector: '.md-chip-content', attribute: null },
  },
  send: ['[ng-click="editor.send()"]'],
  blocked: '[role="alertdialog"]',
};
