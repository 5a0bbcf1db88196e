import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const read = (name: string): string => readFileSync(`docs/store/${name}`, 'utf8');

/** The words below a heading, up to the next. */
function section(name: string, heading: string): string {
  const [, after = ''] = read(name).split(`\n## ${heading}\n`);
  return (after.split(/\n## /)[0] ?? '').trim();
}

/** The first two cells of each row that names something in backticks, as `name → browsers`. */
function justified(): ReadonlyMap<string, string> {
  const rows = read('permissions.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]{40,}) \|$/gm);
  return new Map([...rows].map(([, name = '', browsers = '']) => [name, browsers.trim()]));
}

/** What each browser's manifest asks for: `vite.config.ts` leaves `offscreen` out of Firefox's. */
const asked = {
  Chrome: [...manifest.permissions, ...manifest.optional_host_permissions],
  Firefox: [...manifest.permissions, ...manifest.optional_host_permissions].filter(
    (name) => name !== 'offscreen',
  ),
};

describe.each(['Chrome', 'Firefox'] as const)('in %s', (browser) => {
  test('each permission of the manifest is justified, and no other', () => {
    const told = [...justified()].filter(([, browsers]) => browsers.split(', ').includes(browser));
    expect(told.map(([name]) => name).toSorted()).toEqual(asked[browser].toSorted());
  });
});

test.each(globSync('public/_locales/*/messages.json'))(
  'title and summary of %s are short enough',
  (path) => {
    const { name, description }: typeof english = JSON.parse(readFileSync(path, 'utf8'));
    expect(name.message.length).toBeLessThanOrEqual(45);
    expect(description.message.length).toBeLessThanOrEqual(132);
  },
);

describe.each(['chrome.md', 'firefox.md'])('%s', (name) => {
  test('has the title and the summary of the package', () => {
    expect(section(name, 'Title')).toBe(english.name.message);
    expect(section(name, 'Summary')).toBe(english.description.message);
  });

  test('has a description of a length that both stores take', () => {
    const { length } = section(name, 'Description');
    expect(length).toBeGreaterThan(500);
    expect(length).toBeLessThanOrEqual(15_000);
  });
});

test('what Firefox is told about data is what the manifest tells it', () => {
  const { required, optional } =
    manifest.browser_specific_settings.gecko.data_collection_permissions;
  const rows = [...section('firefox.md', 'Data collection').matchAll(/^\| (\w+): `(\w+)` \|/gm)];
  expect(rows.map(([, kind, name]) => `${kind} ${name}`)).toEqual([
    ...required.map((name) => `required ${name}`),
    ...optional.map((name) => `optional ${name}`),
  ]);
});

describe('pictures have the size that the stores ask for, and no alpha channel', () => {
  const shown = section('chrome.md', 'Pictures').matchAll(
    /\| (\d+) × (\d+) \| ([^|]*pictures[^|]*) \|/g,
  );
  const sizes = [...shown].flatMap(([, width, height, files = '']) =>
    [...files.matchAll(/([\w-]+\.png)/g)].map(([, file = '']) => ({ file, width, height })),
  );

  test('all are listed', () => {
    expect(sizes.length).toBeGreaterThanOrEqual(7);
  });

  test.each(sizes)('$file is $width × $height', async ({ file, width, height }) => {
    const found = await sharp(`docs/store/pictures/${file}`).metadata();
    expect([found.width, found.height]).toEqual([Number(width), Number(height)]);
    expect([found.channels, found.depth, found.isPalette]).toEqual([3, 'uchar', false]);
  });
});
