/** The tokens a BERT tokenizer cannot do without, in the order of their ids. */
export const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const;

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const marks = [...'!"#$%&\'()*+,-./:;<=>?@[]_'];

/** Words and punctuation marks of a text, as the tokenizer below splits it. */
export function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+|[^\sa-z0-9]/g) ?? [];
}

/** Every token by its id: special ones, single letters (so that any word can be spelt), words. */
export function vocabularyOf(lines: readonly string[]): readonly string[] {
  const spelling = [...letters, ...marks, ...letters.map((letter) => `##${letter}`)];
  return [...new Set([...specialTokens, ...spelling, ...lines.flatMap(words)])];
}

/** `tokenizer.json` for this vocabulary: lower case, WordPiece, `[CLS]` before and `[SEP]` after. */
export function tokenizerFile(vocabulary: readonly string[]): object {
  const special = (token: string) => ({ SpecialToken: { id: token, type_id: 0 } });
  const ids = (token: string) => ({ id: token, ids: [vocabulary.indexOf(token)], tokens: [token] });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [],
      special_tokens: { '[CLS]': ids('[CLS]'), '[SEP]': ids('[SEP]') },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
}

/** `tokenizer_config.json`: texts are cut at 512 tokens, as with MiniLM. */
export const tokenizerConfig: object = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: 512,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  cls_token: '[CLS]',
  sep_token: '[SEP]',
  mask_token: '[MASK]',
};
