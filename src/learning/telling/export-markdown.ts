import { type Facet, facets, type Preference, type Scope, type Task } from '../types.ts';

/**
 * All preferences as a Markdown document for people, in English: by facet, in each the user's own before
 * the learned ones, the surest first. What somebody else could have worded stands in code spans, where
 * no reader of Markdown sees a link, a heading or anything but the text. White space and control characters
 * in it become one space; text-direction marks are left out.
 */
export function exportMarkdown(preferences: readonly Preference[]): string {
  const sections = facets.flatMap((facet) => {
    const listed = preferences.filter((preference) => preference.facet === facet);
    if (listed.length === 0) return [];
    return [`## ${headings[facet]}`, listed.toSorted(byImportance).map(item).join('\n')];
  });
  const body = sections.length === 0 ? ['Nothing has been learned yet.'] : sections;
  return `${['# How I like my mails written', ...body].join('\n\n')}\n`;
}

const headings: Readonly<Record<Facet, string>> = {
  greeting: 'Greeting',
  closing: 'Closing',
  length: 'Length',
  structure: 'Structure',
  tone: 'Tone',
  wording: 'Wording',
  punctuation: 'Punctuation',
  formatting: 'Formatting',
  content: 'Content',
  other: 'Other',
};

function byImportance(one: Preference, other: Preference): number {
  const rank = ({ origin, status }: Preference): number =>
    (origin === 'user' ? 0 : 4) + ['active', 'provisional', 'paused', 'superseded'].indexOf(status);
  return (
    rank(one) - rank(other) ||
    other.confidence - one.confidence ||
    one.createdAt - other.createdAt ||
    (one.id < other.id ? -1 : 1)
  );
}

function item(preference: Preference): string {
  const { description, scope, status, origin, confidence } = preference;
  const told =
    origin === 'user'
      ? ['written by you']
      : [`learned, ${Math.round(confidence * 100)} % sure`, evidenceOf(preference)];
  return [
    `- ${code(description)}`,
    `  - ${[`holds ${scopeInWords(scope)}`, status, ...told].join('; ')}`,
  ].join('\n');
}

function evidenceOf({ evidence }: Preference): string {
  const times = (kind: Preference['evidence'][number]['says']): number =>
    evidence.filter(({ says }) => says === kind).length;
  return [
    `shown by ${edits(times('supports'))}`,
    `left alone ${times('confirms')}×`,
    `against it ${edits(times('contradicts'))}`,
    ...(times('differs') > 0 ? [`written otherwise elsewhere ${times('differs')}×`] : []),
  ].join(', ');
}

const edits = (count: number): string => (count === 1 ? '1 edit' : `${count} edits`);

const tasks: Readonly<Record<Task, string>> = {
  new: 'for new messages',
  reply: 'for replies',
  forward: 'for forwarded messages',
  unknown: 'for messages of an unknown kind',
};

function scopeInWords(scope: Scope): string {
  switch (scope.kind) {
    case 'everywhere':
      return 'everywhere';
    case 'site':
      return `on ${code(scope.site)}`;
    case 'task':
      return tasks[scope.task];
    case 'domain':
      return `for everybody at ${code(scope.domain)}`;
    case 'recipient':
      return `for ${code(scope.address)}`;
    case 'nearby':
      return 'for mails like those it was learned from';
  }
}

/** A code span around any text: its fence is longer than any run of backticks inside. */
function code(text: string): string {
  const line = text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line === '') return '(empty)';
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}
