import { contract, spellOut } from '../../learning/contractions.ts';
import { emojiIn, withoutEmoji } from '../../learning/emoji.ts';
import { hedgesIn, withoutSofteners } from '../../learning/hedges.ts';
import type { Style } from './style.ts';

/** A sentence about to be written, and what it is there for. */
export interface Sentence {
  readonly text: string;
  readonly role: 'opening' | 'point' | 'ending';
}

/** The sentences in the wording that the style asks for. Nothing they say is added or taken away. */
export function worded(said: readonly Sentence[], style: Style, english: boolean): Sentence[] {
  let sentences = said.map((one) => ({ ...one, text: plain(one.text, style, english) }));
  if (english && style('hedges')?.use) sentences = softened(sentences);
  if (english && style('contractions')?.use) {
    sentences = sentences.map((one) => ({ ...one, text: outsideQuotes(one.text, contract) }));
  }
  if (style('exclamations')?.use) sentences = exclaimed(sentences);
  const emoji = style('emoji');
  const has = sentences.some(({ text }) => emojiIn(text).length > 0);
  return emoji?.use && !has ? withEmoji(sentences, emoji.example) : sentences;
}

/** A quotation, such as the subject, is not reworded. */
function outsideQuotes(text: string, how: (text: string) => string): string {
  return text
    .split(/(“[^”]*”|„[^“]*“|«[^»]*»|"[^"]*")/u)
    .map((piece, index) => (index % 2 === 0 ? how(piece) : piece))
    .join('');
}

function plain(text: string, style: Style, english: boolean): string {
  let written = english ? outsideQuotes(text, spellOut) : text;
  if (style('hedges')?.use === false) {
    const direct = withoutSofteners(written);
    if (/[\p{L}\p{N}]/u.test(direct)) written = direct;
  }
  if (style('exclamations')?.use === false) {
    written = written
      .replace(/\?[!！]+|[!！]+\?/gu, '?')
      .replace(/[!！]+/gu, '.')
      .replace(/\.{2,3}$/u, '.');
  }
  if (style('emoji')?.use === false) {
    const bare = withoutEmoji(written);
    // A sentence may have ended in the emoji; a note may be nothing else.
    if (bare !== '') written = bare === written || /[.!?…:。！？]$/u.test(bare) ? bare : `${bare}.`;
  }
  return written;
}

/** Words that lose their capital in mid-sentence; of any other nobody here can tell. */
const common =
  /^(?:The|This|That|It|We|You|They|There|My|Your|Our|All|Only|Both|A|An|He|She|His|Her)\b/u;
const sayable = /^(?!Thank|Unfortunately|Please|Congratulations|Yes\b|No\b|Could\b)[^?]*\.$/u;

function softened(sentences: readonly Sentence[]): Sentence[] {
  if (sentences.some(({ text }) => hedgesIn(text).length > 0)) return [...sentences];
  const asked = indexOfPoint(sentences, (text) => /^Could (?:you|we) (?!perhaps)/u.test(text));
  if (asked >= 0) {
    return change(sentences, asked, (text) =>
      text.replace(/^Could (you|we) /u, 'Could $1 perhaps '),
    );
  }
  const stated = indexOfPoint(sentences, (text) => sayable.test(text));
  return change(
    sentences,
    stated,
    (text) =>
      `Just so you know, ${common.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text}`,
  );
}

const glad =
  /^(?:thank|congratulations|vielen dank|merci|gracias|i look forward|looking forward|i wish|i hope)\b.*\.$/iu;
const sad = /unfortunately|sorry|apologi|leider|malheureusement|lamentablemente/iu;

function exclaimed(sentences: readonly Sentence[]): Sentence[] {
  if (sentences.some(({ text }) => text.includes('!'))) return [...sentences];
  const friendly = sentences.findIndex(({ text }) => glad.test(text));
  const last = sentences.findLastIndex(({ text }) => /[^.]\.$/u.test(text) && !sad.test(text));
  return change(sentences, friendly >= 0 ? friendly : last, (text) => text.replace(/\.$/u, '!'));
}

function withEmoji(sentences: readonly Sentence[], emoji: string): Sentence[] {
  return change(sentences, sentences.length - 1, (text) => `${text} ${emoji}`);
}

function indexOfPoint(sentences: readonly Sentence[], fits: (text: string) => boolean): number {
  return sentences.findIndex(({ text, role }) => role === 'point' && fits(text));
}

function change(
  sentences: readonly Sentence[],
  at: number,
  how: (text: string) => string,
): Sentence[] {
  return sentences.map((one, index) => (index === at ? { ...one, text: how(one.text) } : one));
}
