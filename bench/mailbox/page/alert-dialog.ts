import { element } from './element.ts';

/** Shows a sentence that needs an answer before anything else; resolves once it is closed. */
export function ask(sentence: string): Promise<void> {
  const dialog = element(
    'dialog',
    { role: 'alertdialog', 'aria-label': sentence },
    element('p', {}, sentence),
    element('form', { method: 'dialog' }, element('button', { class: 'action primary' }, 'OK')),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
}
