const please = '(?:(?:please|pls|plz|kindly),? )?';
const message =
  '(?:your|the|this) (?:\\p{L}+ )?(?:e-?mail|mail|message|note|letter|reply|answer|reply|writing)';

const opening = new RegExp(
  `^(?:(?:many )?thanks|thank you|thx)(?: (?:so |very )?much| a lot)? for (?:${message}|writing|getting in touch|reaching out)|^(?:i |we )?hope (?:all is|you are|you['’]re|this (?:message|e-?mail|mail) finds|everything is)\\b`,
  'iu',
);
const ending = new RegExp(
  `^${please}(?:just )?(?:let me know if|do not hesitate|don['’]t hesitate|feel free to)\\b.*\\b(?:questions?|anything|contact|ask|reach|write|need)\\b|^(?:i am |i['’]m )?looking forward to (?:hearing|your)\\b|^i look forward to (?:hearing|your)\\b|^have a (?:good|great|nice|lovely)\\b`,
  'iu',
);

/** Which courtesy a sentence is, as the user sees it; `null` where it says something. */
export function courtesyOf(sentence: string): 'opening' | 'closing' | null {
  if (ending.test(sentence)) return 'closing';
  return opening.test(sentence) ? 'opening' : null;
}
