/*
 * What is peculiar to an editor that sites take from others, told by what its element looks like. All
 * of it was seen in the real ones; `docs/editors.md` says what, and `npm run test:editors` shows it.
 */

/** Editors that keep a model of their own, and put the page back to it after anything but a paste. */
const withModel = [
  '.ck-editor__editable',
  '.ProseMirror',
  '[data-lexical-editor]',
  '[data-slate-editor]',
  '.ql-editor',
  '.public-DraftEditor-content',
  'trix-editor',
  '.cm-content',
].join(',');

export const hasModel = (element: Element): boolean => element.matches(withModel);

/** TinyMCE. */
export const isTinymce = (element: Element): boolean => element.matches('.mce-content-body');

/** Roosterjs, in Proton Mail and Outlook: it takes a snapshot of the whole text now and then. */
export const hasSnapshots = (element: Element): boolean =>
  element.matches('#rooster-editor, [id^="editorParent_"] [contenteditable="true"]');

/** CKEditor 4; its own name for what it made editable. */
export const isCkeditor4 = (element: Element): boolean => element.matches('.cke_editable');

/** Squire, in Fastmail: it notes a step only when its own commands or keys ask for one. */
export const hasStepsByKey = (element: Element): boolean => element.matches('.v-RichText-input');

/** Whether it may have undo steps of its own, and answer the keys for them. */
export const undoesItself = (element: Element): boolean =>
  hasModel(element) || hasSnapshots(element) || hasStepsByKey(element) || takesSteps(element);

/** TinyMCE and CKEditor 4: all that happens between two steps is one to them. */
export const takesSteps = (element: Element): boolean => isTinymce(element) || isCkeditor4(element);

/**
 * Whether a paste should be plain text alone: Slate takes it only so, Draft.js and Quill drop blank
 * lines of HTML, CodeMirror knows no other text, and Trix leaves HTML to the browser.
 */
export const pastesPlain = (element: Element): boolean =>
  element.matches(
    '[data-slate-editor], .public-DraftEditor-content, .ql-editor, .cm-content, trix-editor',
  );

/**
 * Whether nothing but a paste may be tried. ProseMirror takes none while an input method has a word
 * open, and doubles what is put into the page then; what is put into Trix's page it undoes in part.
 */
export const takesOnlyPaste = (element: Element): boolean =>
  element.matches('.ProseMirror, trix-editor');

/**
 * Lexical: it makes a paragraph when the page is about to, and puts it and a paste of the same task into
 * one undo step. A blank paragraph that is pasted it keeps as one more.
 */
export const makesParagraphs = (element: Element): boolean =>
  element.matches('[data-lexical-editor]');

/** How long after a change it may still go by the selection from before; milliseconds. */
export const selectionLag = (element: Element): number =>
  // Slate looks at most every 100 ms.
  element.matches('[data-slate-editor]') ? 120 : 0;

/** Whether this is Firefox: some of what editors do is different there. */
export const isFirefox = (): boolean => CSS.supports('-moz-appearance', 'none');

/** Whether undo by keys cannot be relied on: in Firefox, Slate shows it only after what comes next. */
export const undoesLate = (element: Element): boolean =>
  element.matches('[data-slate-editor]') && isFirefox();
