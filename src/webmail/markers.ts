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

/** What goes before the subject of a forwarded message, in many languages. */
export const forwardSubject =
  /^\s*(?:fwd?|wg|tr|rv|enc|i|vb|vs|doorst|pd|i̇lt|переслано|转发|轉寄|転送)\s*(?:\[\d+\])?\s*[:：]/iu;

/** What goes before the subject of an answer, in many languages. */
export const replySubject =
  /^\s*(?:re|aw|sv|antw|odp|res|r|ynt|bls|ynt|vá|ref|отв|回复|回覆|答复|返信)\s*(?:\[\d+\])?\s*[:：]/iu;
