import type { Facet } from '../types.ts';
import type { Habit } from './habits.ts';

/** The text in curly quotes; quotes inside it are marked, so that `unquoted` can tell them apart. */
function quoted(text: string): string {
  return `“${text.replace(/[\\“”]/gu, '\\$&')}”`;
}

/** The text that `quoted` put between its quotes. */
export function unquoted(inner: string): string {
  return inner.replace(/\\([\\“”])/gu, '$1');
}

/** Lines joined by ` / `. A slash that stands alone in a line is doubled, to be told apart. */
function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(?<=^|\s)\/+(?=\s|$)/gu, '$&/'))
    .join(' / ');
}

/** The lines that `onOneLine` joined. */
export function onLines(text: string): string {
  return text
    .split(' / ')
    .map((line) => line.replace(/(?<=^|\s)\/(\/+)(?=\s|$)/gu, '$1'))
    .join('\n');
}

/** A habit as a sentence for people. `understand` reads it back as exactly this habit. */
export function describeHabit(habit: Habit): {
  readonly facet: Facet;
  readonly description: string;
} {
  switch (habit.kind) {
    case 'greeting':
      return {
        facet: 'greeting',
        description:
          habit.text === null ? 'Writes no greeting' : `Greets with ${quoted(habit.text)}`,
      };
    case 'closing':
      return {
        facet: 'closing',
        description:
          habit.text === null
            ? 'Writes no closing'
            : `Closes with ${quoted(onOneLine(habit.text))}`,
      };
    case 'length':
      return { facet: 'length', description: `Keeps mails to about ${habit.words} words` };
    case 'emoji':
      return {
        facet: 'tone',
        description: habit.use ? `Uses emoji such as ${habit.example}` : 'Uses no emoji',
      };
    case 'paragraphs':
      return { facet: 'structure', description: fixed.paragraphs[habit.shape] };
    case 'courtesies':
      return {
        facet: 'tone',
        description: fixed.courtesies[habit.use ? (habit.only ?? 'yes') : 'no'],
      };
    case 'list':
      return { facet: 'structure', description: fixed.list[habit.use ? 'yes' : 'no'] };
    case 'contractions':
      return { facet: 'wording', description: fixed.contractions[habit.use ? 'yes' : 'no'] };
    case 'exclamations':
      return { facet: 'punctuation', description: fixed.exclamations[habit.use ? 'yes' : 'no'] };
    case 'hedges':
      return { facet: 'wording', description: fixed.hedges[habit.use ? 'yes' : 'no'] };
    case 'ampersands':
      return { facet: 'wording', description: fixed.ampersands[habit.use ? 'yes' : 'no'] };
    case 'dashes':
      return { facet: 'punctuation', description: fixed.dashes[habit.use ? 'yes' : 'no'] };
    case 'capitals':
      return { facet: 'formatting', description: fixed.capitals[habit.use ? 'yes' : 'no'] };
    case 'line':
      return {
        facet: 'content',
        description: `${habit.place === 'opening' ? 'Begins' : 'Ends'} with the sentence ${quoted(habit.text)}`,
      };
  }
}

/** The descriptions that quote nothing of the user's own. */
export const fixed = {
  courtesies: {
    yes: 'Adds courtesies such as “Thank you for your message”',
    no: 'Leaves out courtesies such as “Thank you for your message”',
    opening: 'Begins with a courtesy such as “Thank you for your message” and ends without one',
    closing:
      'Ends with a courtesy such as “Please let me know if you have any questions” and begins without one',
  },
  list: { yes: 'Puts several points in a bulleted list', no: 'Writes prose, no lists' },
  paragraphs: {
    one: 'Writes one paragraph',
    sentence: 'Gives every sentence its own paragraph',
  },
  contractions: { yes: 'Uses contractions (“I’m”, “don’t”)', no: 'Avoids contractions' },
  exclamations: {
    yes: 'Ends on an exclamation mark where it is friendly',
    no: 'Never uses exclamation marks',
  },
  hedges: {
    yes: 'Softens with hedges such as “just” and “perhaps”',
    no: 'Leaves out hedges such as “just” and “maybe”',
  },
  ampersands: { yes: 'Writes “&” instead of “and”', no: 'Writes “and” instead of “&”' },
  dashes: { yes: 'Uses dashes between clauses', no: 'Uses no dashes' },
  capitals: {
    yes: 'Begins sentences with capital letters',
    no: 'Begins sentences with small letters',
  },
} as const;
