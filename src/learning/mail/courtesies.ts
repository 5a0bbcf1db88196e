/** Sentences said out of politeness before the matter, in en, de, fr, es and ja. */
const openings: readonly RegExp[] = [
  /^(?:(?:many )?thanks|thank you)(?: (?:so|very) much| a lot)?,? for (?:your |the |getting |letting |reaching |writing|contacting|taking the time)(?:(?:kind|quick|prompt|last|recent|e-?) ?)*(?:e?-?mail|message|note|reply|response|answer|letter|inquiry|enquiry|request|update|patience|back|in touch|out|me know|us know|to |$|me|us|about)/i,
  /^(?:thanks|thank you) for (?:writing|contacting)/i,
  /^(?:i |we )?(?:do )?(?:really |sincerely )?hope (?:(?:that )?(?:this|the|my) (?:e-?mail|message|note|mail)? ?finds|(?:that )?(?:you|all|everything)(?:[’']re| are| is|[’']s| had| have)? ?(?:doing |keeping |going )?(?:all )?(?:well|fine|great|good|okay|ok|a (?:good|great|nice|lovely)))/i,
  /^(?:herzlichen|vielen|besten|lieben)? ?dank(?:e)? (?:für|fuer) (?:ihre|deine|die|eure) (?:schnelle |nette |freundliche )*(?:e-?mail|mail|nachricht|antwort|anfrage|rückmeldung)/i,
  /^ich hoffe,? (?:es geht|ihnen geht|dir geht|diese)/i,
  /^(?:merci|je vous remercie|je te remercie)(?: beaucoup)? (?:pour|de) (?:votre|ton|ta|le|la) (?:e-?mail|mail|message|courriel|réponse|retour|demande)/i,
  /^j[’']espère que (?:vous allez|tu vas|tout va|ce)/i,
  /^(?:muchas )?gracias por (?:su|tu|el|la|vuestro) (?:correo|mensaje|respuesta|e-?mail|consulta)/i,
  /^espero que (?:est|se encuentre|todo|te encuentres)/i,
  /^(?:いつも)?(?:大変)?お世話になって/u,
];

/** Sentences said out of politeness after the matter. */
const endings: readonly RegExp[] = [
  /^(?:(?:please|pls|plz|kindly),? )?(?:do not|don[’']t) hesitate to\b/i,
  /^(?:(?:please|pls|plz|kindly),? )?feel free to (?:contact|reach|get in touch|ask|call|write|let|email|message)/i,
  /^(?:(?:please|pls|plz|kindly),? )?(?:just )?let (?:me|us) know (?:if|should|in case)\b.*\b(?:questions?|anything|help|further|unclear|concerns?|need|works?)\b/i,
  /^(?:if|should) (?:you|there)\b.*\b(?:questions?|anything|further|concerns?)\b.*(?:hesitate|let (?:me|us)|know|contact|reach|free|get in touch|help)/i,
  /^(?:i(?: am|[’']m)? |we(?: are|[’']re)? )?look(?:ing)? forward to (?:hear|your (?:reply|response|answer))/i,
  /^(?:thank you|thanks|many thanks) (?:very much )?(?:in advance|for your (?:time|help|understanding|attention|consideration))/i,
  /^have a (?:good|great|nice|lovely|wonderful)\b/i,
  /^bei (?:weiteren |rück)?fragen\b/i,
  /^(?:ich freue mich|wir freuen uns) (?:auf|über) (?:ihre|deine|eine) (?:antwort|rückmeldung|nachricht)/i,
  /^(?:für|bei) (?:weitere|rück)?\s?fragen\b/i,
  /^n[’'](?:hésitez|hésite) pas\b/i,
  /^(?:je reste|nous restons|je me tiens) à (?:votre|ta) (?:entière )?disposition/i,
  /^dans l[’']attente de (?:votre|ta)/i,
  /^(?:quedo|quedamos|estoy) a su (?:entera )?disposición/i,
  /^no dud[eé]s? en\b/i,
  /^(?:何かご不明|ご不明な点|よろしくお願い)/u,
];

/** Whether a sentence is a mere courtesy, and on which side of the matter it is said. */
export function courtesyPlace(sentence: string): 'opening' | 'closing' | null {
  const said = sentence.trim();
  // A long sentence that begins with thanks goes on to say something.
  if (said.length > 160) return null;
  if (endings.some((pattern) => pattern.test(said))) return 'closing';
  return openings.some((pattern) => pattern.test(said)) ? 'opening' : null;
}
