/** A field of a page whose content is nobody's to learn; `html` holds one element with `data-kind`. */
export interface Field {
  readonly kind: string;
  readonly html: string;
}

const input = (kind: string, attributes: string): Field => ({
  kind,
  html: `<input data-kind="${kind}" ${attributes}>`,
});

/** Thirty kinds of field that are not the text of a mail. */
export const fields: readonly Field[] = [
  input('password', 'type="password"'),
  input('current password', 'type="password" autocomplete="current-password"'),
  input('new password', 'type="password" autocomplete="new-password"'),
  input('password shown', 'type="text" autocomplete="current-password"'),
  input('one-time code', 'autocomplete="one-time-code" inputmode="numeric"'),
  input('pin', 'type="tel" name="pin"'),
  input('card number', 'autocomplete="cc-number"'),
  input('card code', 'autocomplete="cc-csc"'),
  input('card name', 'autocomplete="cc-name"'),
  input('card expiry', 'autocomplete="cc-exp"'),
  input('iban', 'name="iban"'),
  input('social security number', 'name="ssn"'),
  input('recipient', 'name="add-to" aria-label="To"'),
  input('copy', 'name="cc" aria-label="Cc"'),
  input('blind copy', 'name="bcc" aria-label="Bcc"'),
  input('recipients, multiple', 'type="email" multiple'),
  input('search', 'type="search"'),
  input('mail search', 'role="searchbox" name="q"'),
  input('user name', 'autocomplete="username"'),
  input('telephone', 'type="tel" autocomplete="tel"'),
  input('address', 'type="url"'),
  input('number', 'type="text" inputmode="decimal"'),
  input('file name', 'name="attachment"'),
  input('chat line', 'aria-label="Message to the chat"'),
  input('read later', 'list="none" role="combobox"'),
  {
    kind: 'one-time code in a text field',
    html: '<textarea data-kind="one-time code in a text field" rows="6" cols="50" autocomplete="one-time-code"></textarea>',
  },
  {
    kind: 'recovery words',
    html: '<textarea data-kind="recovery words" rows="6" cols="50" autocomplete="current-password"></textarea>',
  },
  {
    kind: 'comment',
    html: '<textarea data-kind="comment" rows="1" cols="50"></textarea>',
  },
  {
    kind: 'notes beside the mail',
    html: '<textarea data-kind="notes beside the mail" rows="6" cols="50"></textarea>',
  },
  {
    kind: 'editable list of recipients',
    html: '<div data-kind="editable list of recipients" contenteditable="true" role="combobox" style="min-height:60px;width:300px"></div>',
  },
];
