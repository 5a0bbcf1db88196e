const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Ends in a full stop that does not end the sentence: a title, an initial, a common short form. */
const abbreviated =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Sr|Sra|Jr|No|Nr|Hr|Fr|M|Mme|vs|approx|ca|bzw|resp|inkl|incl|etc|usw|max|min|tel|art|abs|pp?|e\.g|i\.e|z\. ?B|d\. ?h|u\. ?a|\p{Lu})\.\s*$/u;

const listItem = /^\s*(?:[-*•‣◦–]|\d{1,2}[.)])\s+(?=\S)/u;

/** An emoji often stands for the full stop. */
const afterEmoji =
  /(?<=(?![©®™])\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*|\s[:;]-?[)DP]) +(?=\p{Lu})/u;

/** Words of a text, counted as `Intl.Segmenter` sees them; punctuation and emoji are none. */
export function countWords(text: string): number {
  let count = 0;
  // Line by line, because the segmenter grows slow on long texts.
  for (const line of text.split('\n')) {
    for (const segment of wordSegmenter.segment(line)) if (segment.isWordLike) count++;
  }
  return count;
}

/** The sentences of a text, trimmed; a line break always ends one. */
export function sentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(afterEmoji))
    .flatMap(atSmallLetters)
    .flatMap(sentencesOfLine);
}

/** In haste people begin sentences with small letters, where the segmenter sees none begin. */
function atSmallLetters(line: string): string[] {
  const found: string[] = [];
  for (const piece of line.split(
    /(?<=(?:\p{L}{3}|\p{Extended_Pictographic}\uFE0F?)[.!?]) +(?=\p{Ll})/u,
  )) {
    const before = found.at(-1);
    if (before !== undefined && abbreviated.test(before)) found.splice(-1, 1, `${before} ${piece}`);
    else found.push(piece);
  }
  return found;
}

function sentencesOfLine(line: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of sentenceSegmenter.segment(line)) {
    open += segment;
    if (abbreviated.test(open)) continue;
    // An emoji after the full stop belongs to the sentence before it.
    if (!/[\p{L}\p{N}]/u.test(open) && found.length > 0)
      found.push(`${found.pop()} ${open.trim()}`);
    else found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found.filter((sentence) => sentence !== '').map((sentence) => sentence.trim());
}

/** Whether a line is an item of a list, bulleted or numbered. */
export function isListItem(line: string): boolean {
  return listItem.test(line);
}

/** The line without its bullet or number. */
export function withoutBullet(line: string): string {
  return line.replace(listItem, '').trim();
}
