import { box, linesOfHtml, ready, startHtml } from './page.ts';

/** What of CKEditor 4 we call; it comes without types, as one classic script that loads its parts. */
interface CkEditor4 {
  on(name: 'instanceReady', listener: () => void): void;
  getData(): string;
  editable(): { readonly $: HTMLElement };
}
interface CkEditor4Library {
  replace(field: HTMLElement, options: object): CkEditor4;
}
declare const CKEDITOR: CkEditor4Library;

const script = document.createElement('script');
script.src = '/ckeditor4/ckeditor.js';
script.addEventListener('load', () => {
  const field = box('textarea');
  if (field instanceof HTMLTextAreaElement) field.value = startHtml('p');
  const editor = CKEDITOR.replace(field, { versionCheck: false, customConfig: '', language: 'en' });
  editor.on('instanceReady', () => {
    ready(editor.editable().$, () => linesOfHtml(editor.getData(), '\n\n'));
  });
});
document.head.append(script);
