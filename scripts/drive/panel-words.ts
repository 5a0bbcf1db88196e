import english from '../../public/_locales/en/messages.json' with { type: 'json' };

/** What the parts of our panel are called, from the same file that the panel reads. */
export const panelWords = {
  launcher: english.panel_open.message,
  notes: english.panel_notes.message,
  insert: english.panel_insert.message,
} as const;
