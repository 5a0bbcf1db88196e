const word = (alternatives: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${alternatives})(?![\\p{L}\\p{N}’'-])`, flags);

/** They soften the tone; without them a sentence claims the same. */
const softeners =
  'just(?! (?:in (?:case|time)|as|now|after|before|under|over|about|like|one|two|three|\\d))|kind of|sort of|a (?:little )?bit(?! of)|somewhat|basically|perhaps|ein bisschen|irgendwie|eigentlich|un peu|un poco';
/** They say how sure the writer is. */
const doubts =
  'maybe|possibly|i think(?: that)?|i guess|i suppose|i feel like|it seems(?: that)?|vielleicht|ich glaube|ich denke|peut-être|je crois|quizás?|tal vez|creo que';

/** Words that soften the tone ("just", "a bit", "perhaps"), as they stand in the text. */
export function softenersIn(text: string): string[] {
  return text.match(word(softeners, 'giu')) ?? [];
}

/** Softeners and words of doubt ("maybe", "I think"), as they stand in the text. */
export function hedgesIn(text: string): string[] {
  return text.match(word(`${softeners}|${doubts}`, 'giu')) ?? [];
}

/**
 * The sentence without its softeners. Doubt stays: who notes "maybe Thursday" has not promised
 * Thursday, and a habit must not make the mail say so.
 */
export function withoutSofteners(sentence: string): string {
  const inner = softeners.replace('|perhaps', '');
  const shorter = sentence
    .replace(new RegExp(`${word(inner, 'giu').source}[ \\t]*`, 'giu'), '')
    .replace(/[ \t]+(?=[.,!?])/gu, '')
    .trim();
  const wasCapital = /^\p{Lu}/u.test(sentence);
  return wasCapital ? shorter.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : shorter;
}
