/*
 * What mail programs mark quotes and signatures with, wherever they come from: a message quotes mails
 * that were written elsewhere. Selectors of one webmail stand in its own file under `adapters/`.
 */

/** Matches also what Outlook renames on the way: it puts `x_` before every id. */
const byId = (...ids: string[]): string[] => ids.flatMap((id) => [`#${id}`, `[id="x_${id}"]`]);

/** Boxes that hold a quoted message. */
export const quoteSelector = [
  '.gmail_quote_container',
  '.gmail_quote',
  '.gmail_attr',
  '.gmail_extra',
  '.protonmail_quote',
  '.tutanota_quote',
  '.zmail_extra',
  '.moz-cite-prefix',
  '.moz-forward-container',
  '[class*="yahoo_quoted"]',
  '[id*="yahoo_quoted"]',
  'blockquote[type="cite"]',
  'blockquote.iosymail',
  '[name="quote"]',
  '[data-marker="QUOTED_TEXT"]',
  ...byId('OLK_SRC_BODY_SECTION', 'mail-editor-reference-message-container', 'reply-intro'),
  ...byId('isForwardContent', 'isReplyContent', 'origbody', 'reply139content'),
].join(',');

/** Marks after which everything is the quoted message. */
export const quoteStartSelector = [
  ...byId('divRplyFwdMsg', 'appendonsend', 'replySplit', 'oriMsgHtmlSeperator'),
].join(',');

export const signatureSelector = [
  '.gmail_signature',
  '.gmail_signature_prefix',
  '[data-smartmail="gmail_signature"]',
  '.protonmail_signature_block',
  '.rl-signature',
  '.moz-signature',
  '.ox-signature',
  '[name="messageSignatureSection"]',
  '[data-marker^="SIG_"]',
  '[id^="Zm-_Id_-Sgn"]',
  ...byId('Signature', 'ms-outlook-mobile-signature', '_rc_sig'),
].join(',');

/** Boxes that other extensions, or we, put into an editor. */
export const foreignTag = /^(?:grammarly|lt|languagetool|penchant|deepl|harper|sapling|ginger)-/;

/** The usual line between a text and its signature. */
export const signatureLine = /^-- ?$/;

/** A line that says who wrote what is quoted below it: English to Chinese, ends with a colon. */
export const attribution =
  /(?:\b(?:wrote|writes|schrieb|écrit|escribió|ha scritto|scrisse|escreveu|schreef|napisał|napisała|skrev|kirjoitti|napsal|napsala|írta|yazdı|a scris)\b|написал|пишет|писал|έγραψε|כתב|كتب|写道|寫道|のメッセージ|書きました|작성|님이).*[:：]$/iu;

/** What goes before the subject of a forwarded message, in many languages. */
export const forwardSubject =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|vb|vs|doorst|pd|i̇lt|переслано|转发|轉寄|転送)\s*(?:\[\d+\])?\s*[:：]/iu;

/** What goes before the subject of an answer, in many languages. */
export const replySubject =
  /^\s*(?:re|aw|sv|antw|odp|res|r|ynt|bls|ynt|vá|ref|отв|回复|回覆|答复|返信)\s*(?:\[\d+\])?\s*[:：]/iu;

/** A line after which everything is another message, such as `----- Original Message -----`. */
export const originalMessage =
  /^\s*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|original-nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|oorspronkelijk bericht|oprindelig besked|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|původní zpráva|eredeti üzenet|исходное сообщение|原始邮件|元のメッセージ|원본 메시지)\s*-{2,}\s*$/iu;

/** First line of the headers that Outlook puts above a quoted message. */
export const fromHeader =
  /^\s*\*?(?:from|von|de|van|da|från|fra|od|lähettäjä|от|差出人|发件人|보낸 사람)\s*[:：]\*?\s+\S/iu;

/** A line that follows it. */
export const dateHeader =
  /^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|lähetetty|дата|отправлено|送信日時|日時|发送时间|日期|날짜)\s*[:：]/iu;
