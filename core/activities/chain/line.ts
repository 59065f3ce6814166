import { simplify } from '../../text/simplify.ts';
import { readHeads } from './heads.ts';

/** One line of a sign-up list. */
export interface ChainEntry {
  /** As written, without flat, number and signs. */
  name: string;
  /** With the person themselves. */
  heads: number;
  /** Whatever else stands there. */
  comment: string;
  /** The flat that they wrote, as written. */
  flat?: string;
  /** Crossed out: "老王（取消）". */
  cancelled?: true;
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3}/gu;
const flatSaid =
  /(?:\d{1,2}|[A-Za-z])\s*[-–—#]\s*\d{1,2}\s*[-–—]\s*\d{2,4}(?!\d)|(?:\d{1,2}|[A-Za-z])\s*(?:栋|幢|座|号楼|號樓|#)\s*(?:\d{1,2}\s*(?:单元|單元|门|門))?\s*-?\s*(?:\d{3,4}\s*(?:室|号|號|房)?)?|\d{1,2}\s*(?:单元|單元)\s*\d{3,4}(?:室)?|(?:\d{1,2}|[A-Za-z])\s*[-–—]\s*\d{3,4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{3,4}(?!\d)|(?<![\d+])\d{3,4}\s*(?:室|房|号房)|(?<![\d+.])\d{3,4}(?![\d人个位])/u;
const crossedOut = /取消|不来了|不來了|不去了|退出|去不了|来不了|cancel(?:led)?|not coming|can'?t come/iu;

/** The part of a line that compares: in simplified script, lower case, without spaces, emoji and signs. */
export const nameKey = (name: string): string => {
  const plain = simplify(name.normalize('NFKC').toLowerCase()).replaceAll(emoji, '');
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? name.trim() : letters;
};

/** Same name, and no two different flats: one person, as far as a list tells. */
export const isSame = (a: ChainEntry, b: ChainEntry): boolean =>
  nameKey(a.name) === nameKey(b.name) &&
  (a.flat === undefined || b.flat === undefined || flatKey(a.flat) === flatKey(b.flat));

/** Nothing in the line has changed. */
export const isEqual = (a: ChainEntry, b: ChainEntry): boolean =>
  isSame(a, b) && a.heads === b.heads && a.comment === b.comment && a.flat === b.flat && a.cancelled === b.cancelled;

const flatKey = (flat: string): string => flat.replaceAll(/\D+/g, '-').replaceAll(/^-|-$/g, '');

/** The flat that is written in a text, as written. */
export const flatIn = (text: string): string | null => flatSaid.exec(text)?.[0].trim() ?? null;

/** Reads who stands in a line, its number taken off; none for an empty one. Several names in one line are several who come. */
export function readLine(text: string): ChainEntry[] {
  const line = text.replaceAll(/[\t\u3000]+/g, ' ').trim();
  if (line === '' || /^[-—_.…~。、,，]+$/u.test(line)) return [];
  const several = namesIn(line);
  if (several) return several;
  const comments: string[] = [];
  const open = line.replaceAll(/[(（[【]([^)）\]】]*)[)）\]】]?/gu, (_, inside: string) => {
    comments.push(inside.trim());
    return ' ';
  });
  const outside = readHeads(open);
  const inside = outside.said ? null : readHeads(comments.join(' '), {});
  const flat = flatSaid.exec(outside.rest)?.[0].trim() ?? flatSaid.exec(comments.join(' '))?.[0].trim();
  const rest = flat === undefined ? outside.rest : outside.rest.replace(flat, ' ');
  const { name, more } = nameOf(rest);
  const bracketed = inside?.said ? inside.rest : comments.join(' ');
  const comment = tidy([more, flat === undefined ? bracketed : bracketed.replace(flat, ' ')].join(' '));
  const called = name === '' ? (flat ?? '') : name;
  if (called === '') return [];
  const heads = outside.said ? outside.heads : (inside?.heads ?? 1);
  const isOut = crossedOut.test(line) || /^[×✕✖❌]/u.test(line);
  return [
    {
      name: called,
      heads,
      comment,
      ...(flat !== undefined && name !== '' ? { flat } : {}),
      ...(isOut ? { cancelled: true } : {}),
    },
  ];
}

/** What nobody is called: "刘姐 +1，我带馅". */
const remark = '(?!我|自[带帶]|[带帶]|要|会|會|来|來|晚|早|想|能|不|没|沒|有|一定|[准準][时時]|家[属屬]|孩子)';
const shortName = new RegExp(`^(?:${remark}\\p{Script=Han}{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)$`, 'u');

/** "张三、李四": each comes alone; "张三、李四 2人" is the same. A count of something else leaves the line whole. */
function namesIn(line: string): ChainEntry[] | null {
  const { heads, rest, said } = readHeads(line);
  const parts = rest.split(/\s*(?:[、，,/&]|和|及| and )\s*/u).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => shortName.test(part))) return null;
  if (said && heads !== parts.length) return null;
  return parts.map((name) => ({ name, heads: 1, comment: '' }));
}

/** The name is what comes first: one word, or several of an English name, or two halves of a Chinese one. */
function nameOf(rest: string): { name: string; more: string } {
  const bare = tidy(rest.replaceAll(emoji, ' '));
  if (bare === '') return { name: tidy(rest), more: '' };
  const words = bare.split(/[\s,，;；:：/|]+/u).filter((word) => word !== '');
  const isLatin = (word: string | undefined): boolean =>
    word !== undefined && /^[A-Z][\p{Script=Latin}'.-]*$/u.test(word);
  const [first = '', second] = words;
  let length = 1;
  if (isLatin(first)) while (isLatin(words[length]) && length < 4) length += 1;
  else if (/^\p{Script=Han}$/u.test(first) && second !== undefined && /^\p{Script=Han}{1,2}$/u.test(second)) length = 2;
  const name = words.slice(0, length).join(isLatin(first) ? ' ' : '');
  return { name, more: words.slice(length).join(' ') };
}

const tidy = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,，、;；:：\-—_]+|[\s,，、;；:：\-—_]+$/gu, '');
