import type { EditorRef } from '../types.ts';

/** Editors that keep a model of their own, and put the page back to it after anything but a paste. */
const withModel = [
  '.ck-editor__editable',
  '.ProseMirror',
  '[data-lexical-editor]',
  '[data-slate-editor]',
  '.ql-editor',
  '.public-DraftEditor-content',
  'trix-editor',
].join(',');

/** How an editor that no site data describes takes text, from what it is made of. */
export function editorKind(field: HTMLElement): Pick<EditorRef, 'family' | 'block'> {
  const hasParagraphs = field.matches('.mce-content-body') || field.querySelector(':scope > p');
  return {
    family: field.matches(withModel) ? 'paste' : 'exec',
    block: hasParagraphs ? 'p' : 'div',
  };
}
