// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/webmail/canonical-text.ts';
import { draftHtml } from '../../src/webmail/draft-html.ts';
import { serialize } from '../../src/webmail/serialize.ts';
import { editorWith, one } from './load-fixture.ts';

const read = (html: string): string => serialize(editorWith(html), new Set());

describe('reads as somebody would', () => {
  test.each([
    ['lines of Gmail', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a first line without a block', 'a<div>b</div><div><br></div><div>c</div>', 'a\nb\n\nc'],
    ['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
    ['paragraphs with a blank one', '<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
    ['line breaks only', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['a break at the end of a block', '<div>a<br></div><div>b</div>', 'a\nb'],
    ['two breaks at the end of a block', '<div>a<br><br></div><div>b</div>', 'a\n\nb'],
    ['a break before a block', 'a<br><div>b</div>', 'a\nb'],
    ['a break that an inline element ends', '<div><b>a<br></b></div><div>b</div>', 'a\nb'],
    ['paragraphs without room', '<p style="margin: 0px">a</p><p style="margin: 0px">b</p>', 'a\nb'],
    ['a blank paragraph without room', '<p style="margin: 0px">a</p><p><br></p><p>b</p>', 'a\n\nb'],
    [
      'what ProseMirror puts at the end of a line',
      '<div>a<img class="ProseMirror-separator" alt=""><br></div><div>b</div>',
      'a\nb',
    ],
    ['blocks in blocks', '<div><div>a</div><div><div>b</div></div></div><div>c</div>', 'a\nb\nc'],
    ['lines of Outlook', '<p class="MsoNormal">a</p><p class="MsoNormal">b</p>', 'a\nb'],
    ['white space of the source', '<div>\n  a\n  <b> b</b>\n</div>\n<div>c</div>', 'a b\nc'],
    ['no-break spaces', '<div>a&nbsp; b</div>', 'a  b'],
    ['zero-width characters', '<div>a\u200b\ufeffb</div>', 'ab'],
    ['a list', 'x<ul><li>a</li><li>b</li></ul>y', 'x\n- a\n- b\ny'],
    ['a numbered list', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['paragraphs in a list', '<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n- b'],
    [
      'a table',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      'a\tb\nc\td',
    ],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
    ['a link', '<div>see <a href="https://x.example">here</a></div>', 'see here'],
    ['an emoji image', '<div>hi <img alt="😀" src="x.png"></div>', 'hi 😀'],
    ['an emoji of several parts', '<div><img data-emoji="👩‍💻" alt="woman"></div>', '👩‍💻'],
    ['a picture', '<div>see <img alt="Logo of Acme"></div>', 'see [image]'],
    ['a tracking dot', '<div>a<img width="1" height="1" alt=""></div>', 'a'],
    ['hidden text', '<div>a<span style="display: none">b</span><i hidden>c</i></div>', 'a'],
    ['capitals that only CSS makes', '<div style="text-transform: uppercase">abc</div>', 'abc'],
    [
      'boxes of other extensions',
      '<div>a<grammarly-extension>x</grammarly-extension><lt-span>y</lt-span></div>',
      'a',
    ],
    ['what cannot be edited', '<div>a<span contenteditable="false">chip</span></div>', 'a'],
    ['right to left', '<div dir="rtl">שלום</div><div>بكم</div>', 'שלום\nبكم'],
    ['an empty editor', '<div><br></div>', ''],
    ['a horizontal rule', 'a<hr>b', 'a\nb'],
  ])('%s', (_what, html, text) => {
    expect(read(html)).toBe(text);
  });

  test('white space that an editor keeps', () => {
    const editor = editorWith('');
    editor.style.whiteSpace = 'pre-wrap';
    editor.append('a  b\n\nc');
    expect(serialize(editor, new Set())).toBe('a  b\n\nc');
  });

  test('the value of a text field', () => {
    const field = document.createElement('textarea');
    field.value = 'a \n\n\nb\n';
    expect(serialize(field, new Set())).toBe('a\n\nb');
  });
});

test('never looks into what is left out', () => {
  const editor = editorWith(
    '<div>a</div><blockquote><div id="inside">q</div></blockquote><div>b</div>',
  );
  Object.defineProperty(one('#inside'), 'firstChild', {
    get: () => {
      throw new Error('looked into the quote');
    },
  });
  expect(serialize(editor, new Set([one('blockquote')]))).toBe('a\nb');
});

/** Texts as drafts are: lines of words, some of them blank. */
const drafts = fc
  .array(fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) =>
    canonicalText(lines.join('\n').replace(/[\p{Cc}\ue000]/gu, (c) => (c === '\n' ? c : ''))),
  )
  .filter((text) => text !== '');

test.each(['div', 'p', 'br'] as const)('what is written as %s reads back the same', (block) => {
  const spaces = (text: string): string => text.replaceAll('\t', '    ');
  fc.assert(
    fc.property(drafts, (draft) => {
      const place = { line: 0, blankBefore: false, blankAfter: false };
      expect(read(draftHtml(draft, block, place))).toBe(spaces(draft));
    }),
  );
});
