/**
 * Whether WeChat knows somebody or some group by this id for ever: `wxid_…`, `gh_…`, ids that people chose, `…@chatroom`,
 * `R:…`. What begins with `@` is good for one login only: web WeChat's `@hex…` for users, `@@hex…` for groups.
 */
export const lastsForever = (puppetId: string): boolean => !puppetId.startsWith('@');

/** Ids of one family are given once: WeChat's and WeCom's are two, because an account may move from one gateway to another. */
function family(puppetId: string): string {
  if (puppetId.startsWith('R:') || /^\d{15,}$/.test(puppetId) || puppetId.endsWith('@openim')) return 'wecom';
  return 'wechat';
}

/** Whether the ids alone say that these are two: both last for ever, and one is not the other. */
export const surelyApart = (one: string, other: string): boolean =>
  one !== other && lastsForever(one) && lastsForever(other) && family(one) === family(other);
