import { wordsOf } from './payload.ts';

/**
 * Words that carry nothing: small words of the corpus' languages, and plain words of style and of mails.
 * A list of its own, so that the gate's lists are not judged by themselves.
 */
const plain = new Set(
  'urgent discussed deadlines does asks keep nachricht antwort mensagem mensaje messaggio réponse respuesta risposta resposta bericht antwoord noch wenn vous êtes usted você everyone everybody whenever yours times matters state close greet preferred recipients drafting about after again all also always and answer answers any are begin beginning being brief call can closing content could dear down each ends ever every everything first for formal from full general gives greets have help here its just keeps last leaves less letter letters like list long longer made mail mails make many may mention mentions message messages more most much must need never next none not note one ones only other others our out over own part people person place please point points prefers put puts question questions quick read reader readers reply replies same say says sentence sentences several short should simple small some style such take tell text than thank thanks that the their them then there these they thing things this those three time title tone top two use uses very voice warm was way well were what when where which who will with without word words would write writes written writing yes yet you your opening end show shows subject instead call open opens order list line lines page paragraph paragraphs name names number numbers date day details reason start starts story structured structure tense topic topics using version view vivid think work works good great best better before within really know something longest pointing response responses'.split(
    ' ',
  ),
);

/**
 * Whether a stored description carries a payload: it holds a word of the payload (in its own words or in
 * the writer's), of four letters or more or one East Asian character, that is not plain and that the user
 * did not write in this edit.
 */
export function carries(
  description: string,
  payload: readonly string[],
  userText: string,
): boolean {
  const own = new Set(wordsOf(userText));
  const telling = new Set(
    payload.flatMap(wordsOf).filter((word) => isLong(word) && !plain.has(word) && !own.has(word)),
  );
  return wordsOf(description).some((word) => telling.has(word));
}

const isLong = (word: string): boolean =>
  word.length >= 4 || /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(word);
