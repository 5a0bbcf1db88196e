import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const documents = globSync(['*.md', 'docs/**/*.md', 'bench/**/*.md']).toSorted();

/** What the sections of a document are called in an address, as GitHub makes it of their headings. */
function anchorsOf(path: string): readonly string[] {
  return [...textOf(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)|[*_`]/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Without blocks of code, whose brackets and hashes mean something else. */
const textOf = (path: string): string =>
  readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** Where a document leads: links, pictures, and pictures for a dark page. */
function targetsOf(path: string): readonly string[] {
  const text = textOf(path).replace(/`[^`\n]*`/g, '');
  const patterns = [/\]\(<?([^)>\s]+)>?\)/g, /\b(?:src|srcset|href)="([^"]+)"/g];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, target = '']) => target))
    .filter((target) => !/^[a-z]+:/.test(target));
}

const broken = (path: string): string[] =>
  targetsOf(path).filter((target) => {
    const [file = '', anchor] = target.split('#');
    const led = file === '' ? path : posix.join(posix.dirname(path), file);
    if (!existsSync(led)) return true;
    return anchor !== undefined && !anchorsOf(led).includes(anchor);
  });

test('there are documents that lead somewhere', () => {
  expect(documents.flatMap(targetsOf).length).toBeGreaterThan(60);
});

test.each(documents)('every link and picture of %s is there', (path) => {
  expect(broken(path)).toEqual([]);
});

describe('pictures', () => {
  const pictures = globSync('docs/{guide,store}/pictures/*.png').toSorted();
  const words = documents.map((path) => readFileSync(path, 'utf8')).join('\n');

  test.each(pictures)('%s is small, and shown somewhere', (path) => {
    expect(statSync(path).size).toBeLessThan(150_000);
    expect(words).toContain(posix.basename(path));
  });

  test('those of the guide say in words what is to be seen', () => {
    const guide = readFileSync('docs/guide/README.md', 'utf8');
    const alts = [...guide.matchAll(/<img[^>]*alt="([^"]*)"|!\[([^\]]*)\]\(/g)];
    expect(alts.length).toBeGreaterThan(10);
    for (const [, alt, plain] of alts) expect((alt ?? plain ?? '').length).toBeGreaterThan(20);
  });
});
