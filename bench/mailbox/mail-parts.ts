/** A mail in its parts, as its writer sees them. */
export interface MailParts {
  /** The line that greets; empty where there is none. */
  readonly greeting: string;
  /** Paragraphs between greeting and closing; a list is one paragraph of several lines. */
  readonly body: readonly string[];
  /** Sign-off and name, line by line; empty where there is none. */
  readonly closing: string;
}

const greets =
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|greetings)\b(dr\.|prof\.|mrs?\.|ms\.|[^.?!]){0,60}[,:!]?$/i;

const signsOff =
  /^(best|best wishes|(kind|best|warm|kindest|warmest) regards|regards|cheers|thanks|many thanks|yours|yours (sincerely|truly|faithfully)|sincerely|all the best|take care|talk soon|love)[,.!]?$/i;

/** Takes a mail apart. `joinParts(splitMail(text))` has the same words in the same order. */
export function splitMail(text: string): MailParts {
  const lines = text.trim().split('\n');
  const first = lines[0]?.trim() ?? '';
  const greeting = greets.test(first) ? first : '';
  const rest = greeting ? lines.slice(1) : lines;
  // A sign-off stands among the last lines, with no more than a name, a title and a blank after it.
  let end = rest.findLastIndex((line, at) => at >= rest.length - 4 && signsOff.test(line.trim()));
  // "Thanks," right above "Best regards," belongs to it.
  while (end > 0 && signsOff.test(rest[end - 1]?.trim() ?? '')) end--;
  const [middle, closing] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end)];
  return {
    greeting,
    body: middle
      .join('\n')
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    closing: closing
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n'),
  };
}

/** Puts a mail together again, an empty line between its parts. */
export const joinParts = ({ greeting, body, closing }: MailParts): string =>
  [greeting, ...body, closing].filter(Boolean).join('\n\n');

const bullet = /^\s*(?:[-*•–]|[1-9][.)])\s+/;

/** Whether every line of a paragraph is an item of a list. */
export const isList = (paragraph: string): boolean =>
  paragraph.split('\n').every((line) => bullet.test(line));

/** The sentences of a paragraph; of a list, its items without their marks. */
export function sentences(paragraph: string): string[] {
  const lines = paragraph.split('\n').map((line) => line.replace(bullet, ''));
  return lines.flatMap((line) =>
    line
      .split(/(?<=[.!?])(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St)\.)\s+(?=["'“‘(]?[\p{Lu}\p{N}])/u)
      .map((sentence) => sentence.trim())
      .filter(Boolean),
  );
}
