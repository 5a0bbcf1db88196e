// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { editorKind } from '../../src/webmail/adapters/editor-kind.ts';
import { editorWith } from './load-fixture.ts';

test.each([
  ['lines', '<div>a</div>', 'div'],
  ['nothing yet', '', 'div'],
  ['paragraphs with room around them', '<p style="margin: 16px 0px">a</p>', 'p'],
  ['paragraphs without room', '<p style="margin: 0px">a</p>', 'div'],
])('%s are written as they stand there', (_what, html, block) => {
  expect(editorKind(editorWith(html))).toEqual({ family: 'exec', block });
});

test.each([
  ['ProseMirror', 'ProseMirror'],
  ['Quill', 'ql-editor'],
  ['CodeMirror', 'cm-content'],
])('%s has a model of its own and takes a paste', (_name, className) => {
  const editor = editorWith('<p>a</p>');
  editor.className = className;
  expect(editorKind(editor).family).toBe('paste');
});
