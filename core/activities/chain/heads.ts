import { chineseNumber } from '../../desk/chinese-number.ts';

/** How many come, and the words that do not say so. */
export interface Heads {
  heads: number;
  rest: string;
  /** How many was said at all. */
  said: boolean;
}

const N = '(\\d{1,2}|[一二两兩俩倆三四五六七八九十]{1,2}|one|two|three|four|five|six)';
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
const kin =
  '(?:孩子|小孩|娃娃?|宝宝|小朋友|小宝|儿子|女儿|孙子|孙女|老人|老公|老婆|先生|太太|爱人|老伴|爸爸?|妈妈?|家属|家人|朋友|邻居|爷爷|奶奶|kids?|child|children|son|daughter|wife|husband|partner|friends?|guests?|mum|mom|dad)';

/** Each reads some numbers; what is found is taken out of the words. In their order: the plainest first. */
const readers: { pattern: RegExp; count: (numbers: number[]) => number }[] = [
  // 2大1小, 大人2小孩1, two adults and a child.
  {
    pattern: new RegExp(
      `${N}\\s*(?:个|個|位)?大人?\\s*[,，、+和]?\\s*${N}\\s*(?:个|個|位)?(?:小孩?|孩子?|娃|儿童)`,
      'u',
    ),
    count: sum,
  },
  {
    pattern: new RegExp(`大人?\\s*${N}\\s*(?:个|個|位)?\\s*[,，、+和]?\\s*(?:小孩?|孩子|娃)\\s*${N}(?:个|個|位)?`, 'u'),
    count: sum,
  },
  {
    pattern: new RegExp(`${N}\\s*adults?\\s*(?:,|and|&|\\+)?\\s*(?:${N}|an?)\\s*(?:kids?|child(?:ren)?)`, 'iu'),
    count: (all) => sum(all) + (all.length === 1 ? 1 : 0),
  },
  {
    pattern: new RegExp(
      `(?:我们|咱们|我們)?(?:一家|全家|家里|家裡)(?:一共|共|总共)?\\s*${N}\\s*(?:口人?|人|个人?|個人?|位)`,
      'u',
    ),
    count: sum,
  },
  { pattern: new RegExp(`(?:a )?(?:family|party|group) of ${N}`, 'iu'), count: sum },
  {
    pattern: new RegExp(
      `(?:一共|总共|總共|共|就|我们|我們|我和${kin}|和${kin})?\\s*${N}\\s*(?:个人|個人|个|個|人|位|口人?|名)(?!\\s*${kin})`,
      'iu',
    ),
    count: sum,
  },
  { pattern: new RegExp(`${N}\\s*(?:people|persons?|pax|of us|seats?|places?|heads?)`, 'iu'), count: sum },
  {
    pattern: new RegExp(
      `(?:我和${kin}|和${kin})?(?:夫妻|夫妇|夫婦|母子|母女|父子|父女)?(?:俩|倆|两口子?|兩口子?)`,
      'u',
    ),
    count: () => 2,
  },
  { pattern: /夫妻|夫妇|夫婦|母子|母女|父子|父女/u, count: () => 2 },
  { pattern: /[x×✕*]\s*(\d{1,2})(?!\d)/iu, count: sum },
  {
    pattern: new RegExp(
      `(?:带|帶|和|跟|携|攜|外加|加|with|and|plus|bring(?:ing)?)\\s*(?:my|our)?\\s*${N}\\s*(?:个|個|位|名)?\\s*${kin}`,
      'iu',
    ),
    count: (all) => 1 + sum(all),
  },
  {
    pattern: new RegExp(
      `(?:带|帶|和|跟|携|攜|with|and|plus|bring(?:ing)?)\\s*(?:an? |my |our |the )?(?:个|個)?${kin}`,
      'iu',
    ),
    count: () => 2,
  },
  { pattern: new RegExp(`plus\\s*${N}`, 'iu'), count: (all) => 1 + sum(all) },
];
const plus = /\+\s*(\d{1,2})(?!\d)\s*(?:人|个|個|位|guests?)?/giu;

/**
 * How many somebody brings, by the words beside their name: `+1` is one besides themselves, `2人`, `两位`, `x2` are all of them, `2大1小`
 * three, `一家三口` three, `带孩子` two. Nothing of the kind: one.
 *
 * @param options.alone no name stands there: `+1` is the writer, `+2` two
 */
export function readHeads(text: string, options: { alone?: boolean } = {}): Heads {
  for (const { pattern, count } of readers) {
    const found = pattern.exec(text);
    if (!found) continue;
    const numbers = found.slice(1).flatMap((said) => (said === undefined ? [] : [numberOf(said)]));
    const heads = count(numbers);
    const rest = trimmed(text.replace(found[0], ' ').replaceAll(plus, ' '));
    // "一家三口+1", "2大1小": who is named with a plus besides comes, too.
    if (heads >= 1 && heads <= 50) return { heads, rest, said: true };
  }
  const pluses = [...text.matchAll(plus)].map(([, said]) => Number(said));
  if (pluses.length === 0) return { heads: 1, rest: trimmed(text), said: false };
  const heads = sum(pluses) + (options.alone ? 0 : 1);
  return { heads: Math.min(Math.max(heads, 1), 50), rest: trimmed(text.replaceAll(plus, ' ')), said: true };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function numberOf(said: string): number {
  if (/^[俩倆兩]$/u.test(said)) return 2;
  const word = english.indexOf(said.toLowerCase());
  return word >= 0 ? word : (chineseNumber(said) ?? 0);
}

const trimmed = (text: string): string =>
  text
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,，、;；。.:：-]+|[\s,，、;；。:：-]+$/g, '');
