import { type Finder, inTurn, spansOf } from './span.ts';

const known = [
  '-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?',
  // OpenAI and its like, Stripe, GitHub, GitLab, Slack, AWS, Google, Hugging Face, JSON web tokens.
  '(?<![A-Za-z0-9_-])(?:sk|pk|rk)[-_](?=[\\w-]{0,60}\\d)[\\w-]{8,200}',
  '(?<![A-Za-z0-9_])(?:gh[pousr]_\\w{16,255}|github_pat_\\w{20,255}|glpat-[\\w-]{16,100})',
  '(?<![A-Za-z0-9_])(?:xox[abeprs]-[\\w-]{10,200}|A[KS]IA[0-9A-Z]{16}|AIza[\\w-]{30,50}|hf_\\w{20,100})',
  '(?<![A-Za-z0-9_])eyJ[\\w-]{8,4000}\\.[\\w-]{8,8000}(?:\\.[\\w-]{0,4000})?',
  '(?<![A-Za-z0-9_-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9])',
].map((pattern) => new RegExp(pattern, 'gu'));

const labelled =
  /(?<!\p{L})(?:password|passcode|passphrase|passwort|kennwort|mot de passe|contraseña|contrasenha|senha|wachtwoord|hasło|lösenord|пароль|api[ -]?key|access token|token|secret|otp|pin|tan)(?: ?(?:is|ist|lautet|est|es|är))? ?[:=] ?(?<value>\S{4,200})/dgiu;

const run = /(?<![\w-])[\w-]{20,512}(?![\w-])/g;

/** Keys, tokens and passwords: those of a known form, those called so, and words no person makes up. */
export const secrets: Finder = inTurn([
  ...known.map(
    (pattern): Finder =>
      (text) =>
        spansOf(text, pattern),
  ),
  (text) => spansOf(text, labelled, isSecret),
  (text) => spansOf(text, run, isRandom),
]);

/** More than a word; and nothing in it was taken already. */
const isSecret = (value: string): boolean =>
  !value.includes('\u0000') && /[^\p{L}.,;:!?]/u.test(value);

/** Letters and digits in turn, again and again; a file name has its digits in a few blocks. */
function isRandom(word: string): boolean {
  if (/^[0-9a-f]{32,}$/i.test(word)) return /\d/.test(word) && /[a-f]/i.test(word);
  const turns = word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return turns >= 5 && /\d/.test(word) && /[A-Za-z]/.test(word);
}
