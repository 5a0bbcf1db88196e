import { forbiddenWords } from './forbidden-words.ts';
import { unmasked } from './spelled.ts';

/** UTF-16 units of one exact preference. */
export const maxDescription = 200;
/** UTF-16 units of a phrase, which describes a whole edit. */
export const maxPhrase = 500;

/** What the description of a style never needs, and what somebody else's mail may want to smuggle in. */
const forbidden: readonly RegExp[] = [
  // Control, bidi and zero-width characters; but one inside an emoji is part of it.
  /\p{Cc}|(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic}))\p{Cf}/u,
  // Mail addresses and web addresses.
  /[\p{L}\p{N}._%+-]@[\p{L}\p{N}]/u,
  /:\/\/|\bwww\.|\b(?:mailto|javascript|data):/iu,
  /\b[a-z0-9-]+\.(?:com|net|org|info|biz|dev|app|example|test|[a-z]{2})(?![\p{L}.])/iu,
  // Phone, card and account numbers.
  /\d(?:[\s().-]{0,2}\d){6,}/u,
  /\b[A-Z]{2}\d{2}[A-Z0-9]{8,}/u,
  // Markup and the marks of chat templates; `<first name>` and its like are placeholders.
  /<[/!?|]|<\w+[^>]*[=/"]|\[\/?INST\]|^\s*(?:system|user|assistant)\s*:/iu,
  /<(?:script|style|img|svg|iframe|object|div|span|a|p|br|system|user|assistant|tool)\b/iu,
  // Sending, forwarding and who gets the message.
  /\bb?cc\b/iu,
  /\b(?:(?<!look(?:s|ing)? )forward|redirect|send|resend)(?:s|ing)?\s+(?:it|them|this|that|these|all|any|every\w*|each|a|an|the|mails?|messages?|cop(?:y|ies)|to)\b/iu,
  /\b(?:add|remove|change|include|replace|invite)\w*\b.{0,30}\b(?:recipients?|addressees?)\b/iu,
  // Links, attachments, money and secrets.
  /\b(?:add|include|insert|put|give|use|follow|click)\w*\b.{0,30}\b(?:links?|urls?|hyperlinks?|websites?)\b/iu,
  /\bclick\w*\b/iu,
  /\battach(?:es|ing)?\s+(?:a|an|the|any|all|every|files?|documents?)\b/iu,
  /\b(?:pay(?:s|ing|ments?)?|bank|iban|invoices?|gift cards?|bitcoin|crypto\w*|passwords?|passcodes?|credentials?|api keys?)\b/iu,
  /\b(?:sums|amounts?)\b(?! (?:it |things |everything )?up\b)/iu,
  /\b(?:wires?|transfers?)\s+(?:\w+\s+){0,3}(?:money|funds|amounts?)\b/iu,
  // The assistant itself.
  /\b(?:ignore|disregard|forget|override)\w*\b.{0,40}\b(?:instructions?|rules?|prompts?|previous|above|preferences?)\b/iu,
  /\b(?:system prompt|language model|assistant|an AI|chat ?bots?|your memory)\b/iu,
  // Doing what one is told.
  /\b(?:do(?:es|ing)?|follow|accept|agree|grant|fulfil|meet|obey|comply)\w*\b.{0,30}\b(?:sender|reader|recipient|correspondent|they|he|she|some(?:one|body)|others?)\b.{0,10}\b(?:ask|want|wish|like|demand|request|say)\w*\b/iu,
  /\b(?:follow|accept|agree|grant|fulfil|meet)\w*\b.{0,10}\b(?:all|any|every|each|whatever)\b.{0,15}\b(?:request|demand|wish|order|asked)\w*\b/iu,
  ...forbiddenWords,
];

/** A single word in quotation marks, which may be any word where it is the user's: “bill” instead of “invoice”. */
export const quotedWord = /(?<=[“"])\p{L}+(?=[”"])/gu;

/** A word of Latin letters with a letter of another script in it is a disguise. */
const mixedScripts =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])(?<!\p{L})\p{L}/u;

/**
 * Whether a description may be learned: some words, of bounded length, about style. The check is
 * deterministic and stands between whatever a model says and the memory; it would rather lose a
 * preference than let an instruction through.
 */
export function isAcceptable(description: string, maxLength = maxDescription): boolean {
  const plain = unmasked(description);
  return (
    description.length <= maxLength &&
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(description) &&
    !mixedScripts.test(description) &&
    !forbidden.some((pattern) => pattern.test(description)) &&
    (plain === description || !forbidden.some((pattern) => pattern.test(plain)))
  );
}
