import { nameKey } from './line.ts';
import type { Chain } from './parse-chain.ts';

/** Words that any list may have in its title. */
const general =
  /活动|报名|接龙|名单|登记|社区|小区|邻居|邻里|大家|今天|明天|后天|周[一二三四五六日末]|本周|下周|上午|下午|晚上|时间|人数|一起|我们|参加|the|our|for|list|signup|activity|and|of|at|on|in|to|\d+/g;
const trade =
  /团购|团长|拼单|拼团|秒杀|代买|代购|下单|接单|\d\s*元|[¥￥]|一[斤箱盒份]|\d\s*[斤箱盒]|疫苗|核酸|体检|group buy|order|vaccin/iu;
const forOffice =
  /物业|投诉|要求|报修|维修|修理|漏水|停水|停电|电梯|坏了|反映|建议|联名|签名|业委会|请愿|property|management|complain|repair|petition|lift|elevator/iu;

const significant = (title: string): string => nameKey(title).replaceAll(general, '');

/**
 * Whether a pasted list is for an activity, by what it is called: two words in common, or as much as there is of the shorter. A
 * group purchase is not, unless the activity is one. A list without a name may be for any.
 */
export function isCalled(chain: Pick<Chain, 'title'>, activity: { title: string }): boolean {
  if (trade.test(chain.title) && !trade.test(activity.title)) return false;
  const [a, b] = [significant(chain.title), significant(activity.title)];
  if (a === '' || b === '') return nameKey(chain.title) === nameKey(activity.title);
  return commonRun(a, b) >= Math.min(/^[a-z]+$/.test(a + b) ? 5 : 2, a.length, b.length);
}

/** The activity that a list is for, of those that are open where it was pasted; null: it is the residents' own. */
export function activityOf<A extends { title: string }>(chain: Chain, open: readonly A[]): A | null {
  const [only] = open;
  if (chain.title === '') return open.length === 1 && only !== undefined && chain.entries.length > 0 ? only : null;
  const called = open.filter((activity) => isCalled(chain, activity));
  return called.length === 1 ? (called[0] ?? null) : null;
}

/** A list of the residents' own, which asks nothing of the office: a group purchase, a game. */
export const isTheirOwn = (chain: Chain): boolean =>
  chain.entries.length >= 2 &&
  ![chain.title, ...chain.entries.map(({ comment }) => comment)].some((text) => forOffice.test(text));

function commonRun(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from++)
    for (let to = from + longest + 1; to <= a.length && b.includes(a.slice(from, to)); to++) longest = to - from;
  return longest;
}
