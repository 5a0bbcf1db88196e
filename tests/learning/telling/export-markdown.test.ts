import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../../src/learning/telling/export-markdown.ts';
import { facets, type Preference, type Scope, statuses } from '../../../src/learning/types.ts';
import { evidence, preference } from '../world.ts';

const hi = preference('Greets with “Hi <first name>,”', {
  facet: 'greeting',
  scope: { kind: 'recipient', address: 'ann@acme.example' },
  confidence: 0.667,
  evidence: [
    evidence('a'),
    evidence('b'),
    evidence('c', { says: 'confirms' }),
    evidence('d', { says: 'contradicts' }),
    evidence('e', { says: 'differs' }),
  ],
});
const mine = preference('Never greets', { facet: 'greeting', origin: 'user', confidence: 0.1 });
const calm = preference('Is calm', {
  facet: 'tone',
  scope: { kind: 'task', task: 'reply' },
  status: 'provisional',
  evidence: [evidence('a')],
});

describe('preferences as Markdown', () => {
  test('are listed by facet, the user’s own first, with what they rest on', () => {
    expect(exportMarkdown([calm, hi, mine])).toBe(`# How I like my mails written

## Greeting

- \`Never greets\`
  - holds everywhere; active; written by you
- \`Greets with “Hi <first name>,”\`
  - holds for \`ann@acme.example\`; active; learned, 67 % sure; shown by 2 edits, left alone 1×, against it 1 edit, written otherwise elsewhere 1×

## Tone

- \`Is calm\`
  - holds for replies; provisional; learned, 50 % sure; shown by 1 edit, left alone 0×, against it 0 edits
`);
  });

  test('of nothing say so', () => {
    expect(exportMarkdown([])).toContain('Nothing has been learned yet.');
  });

  test('do not depend on the order they come in', () => {
    const all = [hi, mine, calm, { ...hi, id: 'z', status: 'superseded' } as const];
    expect(exportMarkdown(all.toReversed())).toBe(exportMarkdown(all));
  });
});

/** The code spans of a line as CommonMark finds them, and what stands outside of them. */
function spans(line: string): { readonly code: readonly string[]; readonly rest: string } {
  const code: string[] = [];
  let rest = '';
  for (let at = 0; at < line.length; ) {
    const run = /^`+/.exec(line.slice(at))?.[0];
    if (run === undefined) {
      rest += line[at++];
      continue;
    }
    const end = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)`).exec(line.slice(at + run.length));
    if (!end) return { code, rest: `${rest}${line.slice(at)}` };
    const inner = line.slice(at + run.length, at + run.length + end.index);
    const isPadded = /^ .*[^ ].* $|^ [^ ] $/su.test(inner);
    code.push(isPadded ? inner.slice(1, -1) : inner);
    rest += '¶';
    at += run.length * 2 + end.index;
  }
  return { code, rest };
}

describe('nothing that is listed can break the document', () => {
  const hostile = fc.constantFrom(
    '# Heading',
    '\n# Heading\n',
    '[link](https://x.example)',
    'https://x.example',
    'me@x.example',
    '<script>',
    '```',
    '`',
    '``',
    '\n\n- item',
    '---',
    '\\',
    '| a | b |',
    '\u202E',
    '\r',
    '\u0000',
    '![x](y)',
    '&lt;',
    ' ',
  );
  const text = fc
    .array(fc.oneof(hostile, fc.string()), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const scope: fc.Arbitrary<Scope> = fc.oneof(
    fc.constant<Scope>({ kind: 'everywhere' }),
    text.map((site): Scope => ({ kind: 'site', site })),
    text.map((domain): Scope => ({ kind: 'domain', domain })),
    text.map((address): Scope => ({ kind: 'recipient', address })),
  );
  const any: fc.Arbitrary<Preference> = fc
    .record({
      description: text,
      scope,
      facet: fc.constantFrom(...facets),
      status: fc.constantFrom(...statuses),
      origin: fc.constantFrom('learned' as const, 'user' as const),
    })
    .map(({ description, ...others }) => preference(description, others));
  /** A line as a reader sees it: white space and what nobody sees make no difference. */
  const plain = (given: string): string =>
    given
      .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();

  test('each description is one line of code, and outside of code there are only our words', () => {
    const ours =
      /^(?:|# How I like my mails written|## [A-Z][a-z]+|- (?:¶|\(empty\))| {2}- holds (?:everywhere|on (?:¶|\(empty\))|for (?:everybody at )?(?:¶|\(empty\))); [a-z]+; [a-z0-9 %,;×]+|Nothing has been learned yet\.)$/u;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (all) => {
        const lines = exportMarkdown(all)
          .split(/\r\n?|\n/u)
          .map(spans);
        for (const { rest } of lines) expect(rest).toMatch(ours);
        const listed = lines.flatMap(({ code, rest }) => (rest === '- ¶' ? code : []));
        const wanted = all.map(({ description }) => plain(description)).filter(Boolean);
        expect(listed.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
