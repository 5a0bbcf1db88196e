/** One emoji as a reader sees it, or a typed smiley such as `:-)`; ©, ® and ™ are letters here. */
const emoji =
  /(?![©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*|(?<=^|\s)[:;]-?[)(DP](?=$|[\s.,!?])/gu;

/** Every emoji and typed smiley of a text, in order. */
export function emojiIn(text: string): string[] {
  return text.match(emoji) ?? [];
}

/** The text without its emoji and the spaces that led to them. */
export function withoutEmoji(text: string): string {
  return text.replace(new RegExp(`[ \\t]*(?:${emoji.source})`, 'gu'), '').trim();
}
