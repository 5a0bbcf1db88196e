import { median } from 'simple-statistics';
import { build } from 'vite';
import { type Row, row } from '../row.ts';
import type { Sides } from './sides.ts';

/** Taking in a compose box with 2,000 quoted lines, and reading it as on every press of Send. */
export async function reading(sides: Sides): Promise<Row[]> {
  return [...(await readingRich(sides)), ...(await readingPlain(sides))];
}

async function readingRich({ absent, url }: Sides): Promise<Row[]> {
  const page = await absent.newPage();
  await page.goto(`${url}/answer`);
  await page.addScriptTag({ content: await webmailScript() });
  await page.evaluate(
    `window.editor = document.querySelector('#editor'); editor.focus();
     editor.firstElementChild.textContent = 'Thursday works.';
     window.adapter = webmail.adapterFor(location, document);
     window.attach = () => webmail.adapterFor(location, document).find(editor).read();
     window.compose = adapter.find(editor);
     window.timed = (work, times) => Array.from({ length: 30 }, () => {
       const start = performance.now();
       for (let n = 0; n < times; n += 1) work();
       return (performance.now() - start) / times;
     });`,
  );
  const text: string = await page.evaluate('compose.read().text');
  if (text !== 'Thursday works.') throw new Error(`The editor was read as ${text}.`);
  const time = async (work: string, times: number): Promise<number> =>
    median(await page.evaluate<number[]>(`timed(${work}, ${times})`));
  const read = await time('() => compose.read()', 20);
  const innerText = await time('() => editor.innerText', 5);
  const attach = await time('attach', 5);
  await page.close();
  const peer = ['innerText', innerText] as const;
  return [
    row({
      name: 'reading at Send, 2,000 quoted lines',
      value: read,
      unit: 'ms',
      peer,
      atMost: 0.1,
    }),
    row({ name: 'taking in the box and reading it', value: attach, unit: 'ms', peer }),
  ];
}

/** The same text with a mark before each line; a letter changes before each reading. */
async function readingPlain({ absent, url }: Sides): Promise<Row[]> {
  const page = await absent.newPage();
  await page.goto(`${url}/plain`);
  await page.addScriptTag({ content: await webmailScript() });
  await page.evaluate(
    `window.editor = document.querySelector('#editor');
     window.compose = webmail.adapterFor(location, document).find(editor);
     compose.read();
     window.timed = (work) => Array.from({ length: 30 }, (_, n) => {
       editor.setRangeText(n % 2 ? 'Thursday works.' : 'Tuesday works!!', 0, n ? 15 : 0);
       const start = performance.now();
       work();
       return performance.now() - start;
     });`,
  );
  const time = async (work: string): Promise<number> =>
    median(await page.evaluate<number[]>(`timed(${work})`));
  const value = await time('() => editor.value.length');
  await page.evaluate("editor.setRangeText('', 0, 15)");
  const read = await time('() => compose.read()');
  const text: string = await page.evaluate('compose.read().text');
  if (text !== 'Thursday works.') throw new Error(`The field was read as ${text}.`);
  await page.close();
  const name = 'reading a text field with 100 kB quoted';
  return [row({ name, value: read, unit: 'ms', peer: ['its value', value] })];
}

/** The part of the webmail layer that reads, as one script that puts `webmail` on a page's global. */
async function webmailScript(): Promise<string> {
  const entry = 'src/webmail/adapters/index.ts';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, name: 'webmail', formats: ['iife'] } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result && 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('Vite built nothing.');
  return chunk.code;
}
