import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** `| number | part | test | file |` */
const rows = readFileSync('docs/webmail-tests.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number = '']) => /^\d+$/.test(number))
  .map(([, number = '', part = '', name = '', file = '']) => ({
    number: Number(number),
    part,
    name,
    file,
  }));

/** Whether a file has a test, a group of tests or a case with this whole name. */
function names(source: string, name: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(['"\`])${plain}\\1`).test(source);
}

test('each of the fifteen has its rows', () => {
  const numbers = Array.from({ length: 15 }, (_, index) => index + 1);
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(numbers);
});

test.each(rows)('$number, $part: $name', ({ name, file }) => {
  expect(existsSync(file), file).toBe(true);
  expect(names(readFileSync(file, 'utf8'), name), `${name} in ${file}`).toBe(true);
});
