import english from '../../public/_locales/en/messages.json' with { type: 'json' };

/** A sentence of the extension, with what stands in it for `$1`. */
export const say = (key: keyof typeof english, detail = ''): string =>
  english[key].message.replaceAll('$1', detail);
