import type { EyeFor } from './eye.ts';
import { allSaid, type Block, type Mail, type Said, withBlocks } from './mail.ts';

const isMatter = ({ role }: Said): boolean => role === 'matter';
const hasList = ({ blocks }: Mail): boolean => blocks.some(({ list }) => list);

/** Several points as a list; one point alone gives no occasion. */
export const list: EyeFor<'list'> = {
  check({ use }, mail) {
    if (allSaid(mail).filter(isMatter).length < 2) return null;
    if (!use) return !hasList(mail);
    const holding = mail.blocks.filter(({ said }) => said.some(isMatter));
    return holding.length === 1 && holding.every((block) => block.list);
  },
  apply: ({ use }, mail) => (use ? listed(mail) : inProse(mail)),
  undo: ({ use }, mail) => (use ? inProse(mail) : listed(mail)),
};

function listed(mail: Mail): Mail {
  const said = allSaid(mail);
  const start = said.findIndex(isMatter);
  const others = said.slice(start).filter((one) => !isMatter(one));
  return withBlocks(mail, [
    ...byRole(said.slice(0, start)),
    { list: true, said: said.filter(isMatter) },
    ...byRole(others),
  ]);
}

const inProse = (mail: Mail): Mail =>
  withBlocks(
    mail,
    mail.blocks.map((block) => ({
      list: false,
      said: block.list ? block.said.map(finished) : block.said,
    })),
  );

const finished = (one: Said): Said =>
  /[\p{L}\p{N})"”]$/u.test(one.text) ? { ...one, text: `${one.text}.` } : one;

/** How the prose is cut into paragraphs; lists and single sentences give no occasion. */
export const paragraphs: EyeFor<'paragraphs'> = {
  check({ shape }, mail) {
    if (hasList(mail) || allSaid(mail).length < 2) return null;
    return shape === 'one'
      ? mail.blocks.length === 1
      : mail.blocks.every(({ said }) => said.length === 1);
  },
  apply({ shape }, mail) {
    const said = allSaid(mail);
    return withBlocks(
      mail,
      shape === 'one' ? [{ list: false, said }] : said.map((one) => ({ list: false, said: [one] })),
    );
  },
  undo: (_, mail) => withBlocks(mail, byRole(allSaid(mail))),
};

/** The courtesies and the matter in a paragraph each, as drafts come. */
function byRole(said: readonly Said[]): Block[] {
  const blocks: { list: boolean; said: Said[] }[] = [];
  for (const one of said) {
    const open = blocks.at(-1);
    if (open?.said[0]?.role === one.role) open.said.push(one);
    else blocks.push({ list: false, said: [one] });
  }
  return blocks;
}
