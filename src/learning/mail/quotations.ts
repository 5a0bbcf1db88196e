/** Within a line, and short enough that two lone marks (5" and 6") seldom make one. */
const quotation = /“[^”\n]{0,300}”|„[^“”\n]{0,300}[“”]|«[^»\n]{0,300}»|"[^"\n]{0,300}"/gu;
/** Stands for a quotation while the text around it is looked at: neither a letter nor a mark. */
const hole = '\uFFFC';

/** The text with one placeholder for each quotation: what is quoted is nobody's own wording. */
export function withoutQuotations(text: string): string {
  return text.replace(quotation, hole);
}

/** The text reworded by `how`, which sees a placeholder for each quotation and must keep them all. */
export function outsideQuotations(text: string, how: (text: string) => string): string {
  const quoted = text.match(quotation) ?? [];
  if (quoted.length === 0) return how(text);
  const reworded = how(withoutQuotations(text)).split(hole);
  if (reworded.length !== quoted.length + 1) return text;
  return reworded.map((piece, index) => piece + (quoted[index] ?? '')).join('');
}
