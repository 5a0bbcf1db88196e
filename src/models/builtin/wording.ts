import { withAmpersands, withAnds } from '../../learning/mail/ampersands.ts';
import { contract, spellOut } from '../../learning/mail/contractions.ts';
import { dashesIn, withDash, withoutDashes } from '../../learning/mail/dashes.ts';
import { emojiIn, withoutEmoji } from '../../learning/mail/emoji.ts';
import { hedgesIn, withoutSofteners } from '../../learning/mail/hedges.ts';
import { outsideQuotations, withoutQuotations } from '../../learning/mail/quotations.ts';
import { withSmallStart } from '../../learning/mail/sentence-starts.ts';
import type { Style } from './style.ts';

/** A sentence about to be written, and what it is there for. */
export interface Sentence {
  readonly text: string;
  readonly role: 'opening' | 'point' | 'ending';
  /** Its first letter as the user typed it; empty where it is not theirs. */
  readonly typed: string;
}

/**
 * The sentences in the wording that the style asks for. Nothing they say is added or taken away, and
 * no quotation is reworded.
 */
export function worded(said: readonly Sentence[], style: Style, language: string): Sentence[] {
  const english = language === 'en';
  const reworded = (all: readonly Sentence[], how: (text: string) => string): Sentence[] =>
    all.map((one) => ({ ...one, text: outsideQuotations(one.text, how) }));
  let sentences = reworded(said, (text) => plain(text, style, language));
  const dashed = sentences.some(({ text }) => dashesIn(withoutQuotations(text)).length > 0);
  if (english && style('dashes')?.use && !dashed) sentences = reworded(sentences, withDash);
  if (english && style('hedges')?.use) sentences = softened(sentences);
  if (english && style('contractions')?.use) sentences = reworded(sentences, contract);
  if (style('exclamations')?.use) sentences = exclaimed(sentences);
  const emoji = style('emoji');
  const has = sentences.some(({ text }) => emojiIn(withoutQuotations(text)).length > 0);
  if (emoji?.use && !has) sentences = withEmoji(sentences, emoji.example);
  if (style('capitals')?.use === false) {
    sentences = sentences.map((one) => ({ ...one, text: withSmallStart(one.text, one.typed) }));
  }
  return sentences;
}

function plain(text: string, style: Style, language: string): string {
  let written = language === 'en' ? spellOut(text) : text;
  if (style('dashes')?.use === false) written = withoutDashes(written);
  const ampersands = style('ampersands');
  if (ampersands) written = (ampersands.use ? withAmpersands : withAnds)(written, language);
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
  if (sentences.some(({ text }) => hedgesIn(withoutQuotations(text)).length > 0))
    return [...sentences];
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
  if (sentences.some(({ text }) => withoutQuotations(text).includes('!'))) return [...sentences];
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
