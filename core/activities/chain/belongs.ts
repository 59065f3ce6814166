import { nameKey } from './line.ts';
import type { Chain } from './parse-chain.ts';

/** Words that any list may have in its title. */
const general =
  /活动|报名|接龙|名单|登记|社区|小区|邻居|邻里|大家|今天|明天|后天|周[一二三四五六日末]|本周|下周|上午|下午|晚上|时间|人数|一起|我们|参加|the|our|for|list|signup|activity|and|of|at|on|in|to|\d+/g;
const trade =
  /团购|团长|拼单|拼团|秒杀|代买|代购|下单|接单|\d\s*元|[¥￥]|一[斤箱盒份]|\d\s*[斤箱盒]|疫苗|核酸|体检|group buy|order|vaccin/iu;
const forOffice =
  /物业|物業|投诉|投訴|要求|希望|申请|申請|强烈|強烈|呼吁|呼籲|反对|反對|抗议|抗議|诉求|訴求|报修|報修|维修|維修|修理|漏水|停水|停电|停電|电梯|電梯|坏了|壞了|反映|建议|建議|联名|聯名|签名|簽名|业委会|業委會|请愿|請願|加装|加裝|充电桩|充電樁|车位|車位|停车|停車|路灯|路燈|门禁|門禁|保安|保洁|保潔|涨价|漲價|property|management|complain|repair|petition|demand|against|parking|charging|lift|elevator/iu;

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
