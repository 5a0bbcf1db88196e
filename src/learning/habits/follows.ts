import { type Measures, matterOf } from '../mail/measure.ts';
import { fillPlaceholders } from '../mail/names.ts';
import type { Context } from '../types.ts';
import type { Habit } from './habits.ts';

/** "About 40 words" is kept by 50, and by anything shorter. */
const tolerance = 1.25;

/**
 * Whether a mail is written by this habit: `null` where it gives no occasion to tell, such as a mail of
 * one sentence for a habit about paragraphs, or a greeting with a name that nobody knows.
 */
export function follows(habit: Habit, mail: Measures, context: Context): boolean | null {
  switch (habit.kind) {
    case 'greeting': {
      if (habit.text === null || mail.greeting === habit.text) return mail.greeting === habit.text;
      const filled = fillPlaceholders(habit.text, context);
      return filled === null ? null : filled === mail.greetingLine;
    }
    case 'closing':
      return mail.closing === habit.text;
    case 'length':
      return mail.words <= habit.words * tolerance;
    case 'courtesies': {
      const places = new Set(mail.courtesies.map(({ place }) => place));
      if (!habit.use) return places.size === 0;
      return habit.only ? places.size === 1 && places.has(habit.only) : places.size > 0;
    }
    case 'list': {
      const points = mail.listItems.length + matterOf(mail).length;
      if (points < 2) return null;
      return mail.listItems.length >= 2 === habit.use;
    }
    case 'paragraphs': {
      if (mail.listItems.length > 0 || mail.paragraphs.flat().length < 2) return null;
      if (habit.shape === 'one') return mail.paragraphs.length === 1;
      return mail.paragraphs.every((paragraph) => paragraph.length === 1);
    }
    case 'contractions':
      if (mail.contractions + mail.spelledOut === 0) return null;
      return habit.use ? mail.contractions > 0 : mail.contractions === 0;
    case 'exclamations':
      return mail.exclamations > 0 === habit.use;
    case 'emoji':
      return mail.emoji.length > 0 === habit.use;
    case 'hedges':
      return mail.hedges.length > 0 === habit.use;
    case 'ampersands':
      if (mail.ampersands + mail.ands === 0) return null;
      return habit.use ? mail.ands === 0 : mail.ampersands === 0;
    case 'dashes':
      if (habit.use && mail.dashes.length + mail.dashable === 0) return null;
      return mail.dashes.length > 0 === habit.use;
    case 'capitals':
      if (mail.smallStarts + mail.capitalStarts === 0) return null;
      return habit.use ? mail.smallStarts === 0 : mail.capitalStarts === 0;
    case 'line':
      return hasLine(mail, habit);
  }
}

/** Courtesies may stand on its far side: "No rush. Please let me know if you have any questions." */
function hasLine(mail: Measures, { place, text }: Extract<Habit, { kind: 'line' }>): boolean {
  const polite = new Set(mail.courtesies.map(({ sentence }) => sentence));
  const matter = mail.said.filter((sentence) => !polite.has(sentence));
  return [mail.said, matter].some((said) => {
    const whole = said.join(' ');
    if (whole === text) return true;
    return place === 'opening' ? whole.startsWith(`${text} `) : whole.endsWith(` ${text}`);
  });
}
