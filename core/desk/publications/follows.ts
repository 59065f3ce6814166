/**
 * What follows `公示` or `publication` where it is an order, in folded text: a new one, its end, or the text of one that is due. "公示栏在哪里"
 * and "公示了吗" are everyday talk.
 */
export const publicationFollows: RegExp = new RegExp(
  `^(?:${[
    '[\\s:]+(?:新增|添加|add)[\\s:]+\\S[^]*',
    '[\\s:]*(?:列表|list)',
    '[\\s:]+(?:停用|取消|revoke|end)\\s*\\d{1,3}',
    '\\s*\\d{1,3}(?:[\\s:,，。](?!\\s*(?:天|日|周|週|个月|個月))[^]*)?',
  ].join('|')})[。.!~\\s]*$`,
);
