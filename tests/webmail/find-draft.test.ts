// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findDraft } from '../../src/webmail/find-draft.ts';
import { noMarks } from '../../src/webmail/marks.ts';
import { sortBody } from '../../src/webmail/quote-and-signature.ts';
import { editorWith } from './load-fixture.ts';

const draft = 'Hi Alex,\n\nfine  by me.';
const found = (html: string) => findDraft(sortBody(editorWith(html), noMarks), draft);

test('finds a draft in whatever blocks an editor has put it', () => {
  expect(found('<p>Hi Alex,</p><p>fine by me.</p>')).toEqual({ from: 0, to: 2 });
  expect(found('mine<div>Hi Alex,<br><br>fine&nbsp; by me.</div>yours')).toEqual({
    from: 1,
    to: 3,
  });
});

test('does not find one that was changed, or that somebody else wrote', () => {
  expect(found('<p>Hi Alex,</p><p>fine by me. Thanks!</p>')).toBe(null);
  expect(found('<p>So: Hi Alex,</p><p>fine by me.</p>')).toBe(null);
  expect(found('<p>Hi Alex,</p><p>mine</p><p>fine by me.</p>')).toBe(null);
  expect(found('<blockquote type="cite"><p>Hi Alex,</p><p>fine by me.</p></blockquote>')).toBe(
    null,
  );
});
