/**
 * What follows `缴费` or `fees` where it is an order, in folded text: a list to import, one of those that were imported, or a flat that
 * has paid. "缴费了吗", "缴费在哪里" and "fees are too high" are everyday talk.
 */
export const feesFollows: RegExp = new RegExp(
  `^[\\s:]+(?:${[
    '(?:导入|匯入|導入|import)[\\s:]+\\S[^]*',
    '(?:已缴|已繳|已付|paid)[\\s:]+[^?]*\\d[^?]{0,30}',
    '(?:提醒|remind|确认|確認|confirm|作废|作廢|停用|revoke)\\s*\\d{1,3}',
    '\\d{1,3}',
  ].join('|')})[。.!~\\s]*$`,
);
