// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { noMarks } from '../../src/webmail/marks.ts';
import { lookAtStart, readBody } from '../../src/webmail/quote-and-signature.ts';
import type { Body } from '../../src/webmail/types.ts';
import { editorWith, one } from './load-fixture.ts';

const parts = (body: Body): Body => ({
  text: body.text,
  quote: body.quote,
  signature: body.signature,
});

function field(value: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.value = value;
  document.body.replaceChildren(area);
  return area;
}

/** What is read after a text that stood there at first was changed to another. */
function typed(first: string, then: string): Body {
  const area = field(first);
  const start = lookAtStart(area, noMarks);
  area.value = then;
  return parts(readBody(area, { ...noMarks, start }));
}

describe('boxes that mail programs mark', () => {
  test.each([
    [
      'Gmail',
      '<div>own</div><div class="gmail_quote"><div class="gmail_attr">On Friday, A wrote:</div><blockquote class="gmail_quote">quoted</blockquote></div>',
    ],
    [
      'Outlook',
      '<div>own</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> A</div><div>quoted</div>',
    ],
    [
      'Outlook, quoted once more',
      '<div>own</div><div id="x_divRplyFwdMsg">From: A</div><div>quoted</div>',
    ],
    ['Yahoo', '<div>own</div><div class="ydp1yahoo_quoted">quoted</div>'],
    [
      'Proton',
      '<div>own</div><div class="protonmail_quote">On Friday, A wrote:<br><blockquote class="protonmail_quote" type="cite">quoted</blockquote></div>',
    ],
    ['Fastmail', '<div>own</div><blockquote type="cite" id="qt">quoted</blockquote>'],
    [
      'Thunderbird',
      '<div>own</div><div class="moz-cite-prefix">A wrote:</div><blockquote type="cite">quoted</blockquote>',
    ],
    [
      'Roundcube',
      '<p>own</p><p id="reply-intro">On Friday, A wrote:</p><blockquote>quoted</blockquote>',
    ],
    ['Zoho', '<div>own</div><div class="zmail_extra">quoted</div>'],
    ['Zimbra', '<div>own</div><div data-marker="QUOTED_TEXT">quoted</div>'],
  ])('the quote of %s', (_program, html) => {
    const body = readBody(editorWith(html), noMarks);
    expect(body.text).toBe('own');
    expect(body.quote).toMatch(/quoted$/);
  });

  test.each([
    ['Gmail', '<div class="gmail_signature">Sam</div>'],
    ['Outlook', '<div id="Signature">Sam</div>'],
    [
      'Proton',
      '<div class="protonmail_signature_block"><div class="protonmail_signature_block-user">Sam</div></div>',
    ],
    ['Roundcube', '<div id="_rc_sig">-- <br>Sam</div>'],
    ['SnappyMail', '<div class="rl-signature">Sam</div>'],
  ])('the signature of %s', (_program, html) => {
    const body = readBody(editorWith(`<div>own</div>${html}`), noMarks);
    expect(body.text).toBe('own');
    expect(body.signature).toMatch(/Sam$/);
  });

  test('an answer below the quote, and one between two parts of it, are the user’s own', () => {
    expect(
      readBody(editorWith('<blockquote type="cite">q</blockquote><div>below</div>'), noMarks).text,
    ).toBe('below');
    const between =
      '<div>above</div><div class="gmail_quote"><div class="gmail_attr">On Friday, A wrote:</div>' +
      '<blockquote class="gmail_quote">first</blockquote><div>between</div>' +
      '<blockquote class="gmail_quote">second</blockquote></div>';
    expect(parts(readBody(editorWith(between), noMarks))).toMatchObject({
      text: 'above\nbetween',
      quote: expect.stringContaining('first'),
    });
  });

  test('a quote that was there at first is no text, one that the user makes is', () => {
    const editor = editorWith('<div><br></div><p>A wrote on 3/5:</p><blockquote>old</blockquote>');
    const start = lookAtStart(editor, noMarks);
    one('div', editor).replaceChildren('own');
    const made = document.createElement('blockquote');
    made.append('as the poet says');
    one('div', editor).after(made);
    expect(parts(readBody(editor, { ...noMarks, start }))).toMatchObject({
      text: 'own\n\nas the poet says',
      quote: 'A wrote on 3/5:\n\nold',
    });
  });

  test('selectors of one webmail count there', () => {
    const editor = editorWith(
      '<div>own</div><div class="quote">q</div><div class="signature">s</div>',
    );
    expect(readBody(editor, noMarks).text).toBe('own\nq\ns');
    expect(readBody(editor, { quote: '.quote', signature: '.signature', start: null }).text).toBe(
      'own',
    );
  });
});

describe('plain text', () => {
  test.each([
    ['English', 'On Fri, 3 May 2024 at 10:12, Alex Kim <alex@acme.example> wrote:'],
    ['German', 'Am 3. Mai 2024 um 10:12 schrieb Alex Kim <alex@acme.example>:'],
    ['French', 'Le 3 mai 2024 à 10:12, Alex Kim <alex@acme.example> a écrit :'],
    ['Spanish', 'El 3 may 2024, a las 10:12, Alex Kim <alex@acme.example> escribió:'],
    ['Italian', 'Il 3 maggio 2024 Alex Kim <alex@acme.example> ha scritto:'],
    ['Portuguese', 'Em 3 de maio de 2024, Alex Kim <alex@acme.example> escreveu:'],
    ['Dutch', 'Op 3 mei 2024 schreef Alex Kim <alex@acme.example>:'],
    ['Polish', 'W dniu 3.05.2024 Alex Kim <alex@acme.example> napisał:'],
    ['Swedish', 'Den 3 maj 2024 skrev Alex Kim <alex@acme.example>:'],
    ['Czech, by what it names', 'Dne 3.5.2024 v 10:12 Alex Kim uvedl:'],
    ['Russian', '3 мая 2024, Alex Kim <alex@acme.example> написал:'],
    ['Chinese', 'Alex Kim <alex@acme.example> 于2024年5月3日写道：'],
    ['Japanese', '2024年5月3日(金) 10:12 Alex Kim <alex@acme.example>のメッセージ:'],
    ['wrapped', 'On Fri, 3 May 2024 at 10:12, Alex Kim\n<alex@acme.example> wrote:'],
  ])('a quote and who wrote it, in %s', (_language, line) => {
    const quote = `${line}\n> Hi Sam,\n>\n> fine?`;
    const body = readBody(field(`own\n\n${quote}`), noMarks);
    expect(parts(body)).toEqual({ text: 'own', quote, signature: '' });
  });

  test.each([
    ['Original Message', '-----Original Message-----\nFrom: A\n\nquoted'],
    ['Ursprüngliche Nachricht', '-------- Ursprüngliche Nachricht --------\nBetreff: x\n\nquoted'],
    ['t-online', '-----Original-Nachricht-----\nBetreff: x\n\nquoted'],
    ['headers of Outlook', 'From: A <a@acme.example>\nSent: Friday\nTo: Sam\n\nquoted'],
    ['headers of Outlook in German', 'Von: A <a@acme.example>\nGesendet: Freitag\n\nquoted'],
  ])('all below %s is quoted', (_what, quote) => {
    expect(parts(readBody(field(`own\n\n${quote}`), noMarks))).toMatchObject({
      text: 'own',
      quote,
    });
  });

  test('answers between quoted lines are the user’s own', () => {
    const text = 'A <a@acme.example> wrote:\n> one?\nYes.\n\n> two?\nNo.\n\nSam';
    expect(readBody(field(text), noMarks).text).toBe('Yes.\n\nNo.\n\nSam');
  });

  test('a sentence of the user’s that ends in a colon above a quote is theirs', () => {
    const first = '\n\nOn 3 May, A wrote:\n> one?\n> two?';
    const then = '\n\nOn 3 May, A wrote:\n> one?\nTo your point 2:\n> two?\nNo.';
    expect(typed(first, then).text).toBe('To your point 2:\nNo.');
  });

  const start = '\n\n-- \nSam Porter\nAcme Ltd\n\nOn 3 May, A wrote:\n> one?';

  test('the signature that stood there', () => {
    expect(typed(start, `own${start}`)).toEqual({
      text: 'own',
      quote: 'On 3 May, A wrote:\n> one?',
      signature: '--\nSam Porter\nAcme Ltd',
    });
  });

  test('the signature of another identity, chosen later', () => {
    const then = `own${start}`.replace('Sam Porter\nAcme Ltd', 'Samuel\nHome');
    expect(typed(start, then)).toMatchObject({ text: 'own', signature: '--\nSamuel\nHome' });
  });

  test('text below the signature is the user’s own', () => {
    expect(typed('\n\n-- \nSam', 'above\n\n-- \nSam\nbelow').text).toBe('above\n\nbelow');
  });

  test('two dashes that the user types are no signature', () => {
    expect(typed('', 'own\n-- \nmore').text).toBe('own\n--\nmore');
    expect(typed(start, `own\n-- \nmore${start}`).text).toBe('own\n--\nmore');
  });

  test('a signature without any mark, by its having stood there', () => {
    const first = '\n\nKind regards from the harbour\nSam';
    expect(typed(first, `own${first}`)).toMatchObject({
      text: 'own',
      signature: 'Kind regards from the harbour\nSam',
    });
  });

  test('a text that was there before, such as a draft opened again, is the user’s own', () => {
    expect(typed('Dear all,\n\nit is done.', 'Dear all,\n\nit is not done.').text).toBe(
      'Dear all,\n\nit is not done.',
    );
  });
});
