import type { Context } from '../../learning/types.ts';
import { type Language, languages } from './phrases.ts';

/** Small words that give a language away, none of them in two rows. */
const smallWords: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:the|and|is|are|it|i|you|we|to|of|for|with|will|can|this|that|not|please|thanks|yes|works|my|your|ask|tell)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|und|ist|ich|sie|wir|nicht|mit|für|auf|den|dem|ein|eine|bitte|danke|ja|kann|am)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|est|je|vous|nous|pas|avec|pour|une|et|dans|merci|oui|bonjour|peux|du|au)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|y|es|yo|usted|nosotros|con|para|una|por|gracias|sí|hola|puedo|del|muy)(?!\p{L})/giu,
};

/**
 * The language to write in. `latin`: none we have phrases for, or nobody knows which, but in Latin
 * letters; `other`: in other letters, where English phrases would be out of place.
 */
export function mailLanguage(context: Context): Language | 'latin' | 'other' {
  const said = `${context.notes}\n${context.incoming?.text ?? ''}\n${context.subject}`;
  if (context.language !== null) {
    const tag = context.language.toLowerCase().split(/[-_]/u)[0] ?? '';
    return languages.find((language) => language === tag) ?? scriptOf(context.notes || said);
  }
  const [first, second] = languages
    .map((language) => ({ language, hits: said.match(smallWords[language])?.length ?? 0 }))
    .sort((one, other) => other.hits - one.hits);
  if (first && first.hits > (second?.hits ?? 0)) return first.language;
  return scriptOf(said);
}

function scriptOf(text: string): 'latin' | 'other' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters ? 'latin' : 'other';
}
