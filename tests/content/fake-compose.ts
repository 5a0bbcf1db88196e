import type { Compose, EditorRef } from '../../src/webmail/types.ts';

/** A compose box in the test's own document, with what a test may change about it. */
export function fakeCompose(key = 'draft-1', { hasUndoSend = false } = {}) {
  const root = document.createElement('form');
  const element = document.createElement('textarea');
  root.append(element);
  document.body.append(root);
  const state = {
    recipients: [{ address: 'ana@acme.example', name: 'Ana Lopez' }],
    incoming: null as ReturnType<Compose['incoming']>,
    missing: [] as Compose['missing'],
    unsupported: null as ReturnType<Compose['unsupported']>,
  };
  const editor: EditorRef = { element, document, family: 'textarea', block: 'br' };
  const compose: Compose = {
    root,
    adapter: 'fake',
    key,
    get missing() {
      return state.missing;
    },
    unsupported: () => state.unsupported,
    editor: () => (root.isConnected ? editor : null),
    task: () => 'new',
    recipients: () => state.recipients,
    subject: () => 'Report',
    incoming: () => state.incoming,
    read: () => (root.isConnected ? { text: element.value, quote: '', signature: '' } : null),
    hasUndoSend,
    leavesPage: false,
    intent: () => null,
    sight: () => (root.isConnected ? 'open' : 'gone'),
  };
  return { compose, element, state };
}
