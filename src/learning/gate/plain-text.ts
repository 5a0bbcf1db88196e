/** Control, bidi, zero-width, tag and other invisible characters; a joiner inside an emoji is part of it. */
const invisible =
  /(?![\t\n])\p{Cc}|(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic}))\p{Cf}|[\u2028\u2029\u3164\uFFA0]|\u115F|\u1160|[\u{E0100}-\u{E01EF}]/gu;

/** Marks of chat templates, and what looks like the lines that fence material in our prompts. */
const looksLikeOurs =
  /<\|[^|\n]{0,60}\|>|\[\/?INST\]|<{3,}|>{3,}|<\/?(?:system|user|assistant|tool)\b[^>\n]{0,80}>/giu;

/** The text without characters that nobody sees. */
export function visibleText(text: string): string {
  return text.replace(invisible, '');
}

/** The text without what could pass for a part of a prompt: invisible characters, role tags, fences. */
export function withoutPromptMarks(text: string): string {
  return visibleText(text).replace(looksLikeOurs, '');
}
