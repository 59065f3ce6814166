import type { Finder } from './redact-finder.ts';

/** Before and after a number stands no other figure. */
const alone = (pattern: string, flags = 'g'): RegExp => new RegExp(`(?<![0-9])(?:${pattern})(?![0-9])`, flags);

const callCue =
  /(?:电话|電話|手机|手機|座机|热线|熱線|致电|致電|拨打?|撥打?|联系|聯絡|聯繫|打给|tel|phone|call|mobile|contact)[^0-9\n]{0,8}$/i;
const officeCue =
  /(?:物业|物業|管理处|管理處|管理处|服务中心|服務中心|客服|前台|前臺|值班室?|监控室|監控室|保安室|消防|报警|報警|热线|熱線|office|hotline|reception|front desk|security desk)[^0-9\n]{0,12}$/i;
const cardCue = /(?:卡号|卡號|银行卡|銀行卡|账号|帳號|账户|帳戶|card|account)[^0-9\n]{0,8}$/i;
/** What makes an amount, or a count, of figures. */
const unitAfter = /^\s*(?:元|块|塊|圆|蚊|万|萬|%|％|人|户|戶|个|個|份|次|度|吨|噸|平|米|RMB|HKD|yuan|dollars)/i;
const moneyBefore = /[¥￥$€£]\s*$/;

const isDate = (digits: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
const isYears = (text: string): boolean => /^(?:19|20)\d\d ?- ?(?:19|20)\d\d$/.test(text);
const isHours = (text: string): boolean => /^(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d$/.test(text);

/** By the rule of Luhn, which bank cards keep and other long numbers keep by chance, one in ten. */
function isCard(text: string): boolean {
  const digits = Array.from(text.replaceAll(/[^0-9]/g, ''), Number).toReversed();
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return digits.length >= 13 && sum % 10 === 0;
}

/** A number that people call the office or a public service by, which is there to be told. */
const isPublic = (text: string, before: string): boolean => officeCue.test(before) || /^[48]00(?![0-9]{5} )/.test(text);

const phone = (pattern: RegExp, unless?: (text: string, before: string, after: string) => boolean): Finder => ({
  kind: 'phone',
  pattern,
  counts: (text, before, after) => !isPublic(text, before) && !(unless?.(text, before, after) ?? false),
});

const plate = '[京津沪滬渝冀豫云辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊]';
const plateCue = /(?:车牌号?|車牌號?|车号|車號|车|車|港|plate|car|vehicle)[^A-Za-z0-9\n]{0,6}$/i;

/**
 * Numbers and names by which somebody can be reached or known: in this order, because an identity number holds digits that alone
 * would be a telephone's.
 */
export const numberFinders: readonly Finder[] = [
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    kind: 'wechat',
    pattern:
      /(?<=(?:微信号|微信號|微信id|wechat id|wx号|vx号|wxid|line id|微信|wechat|vx|wx|薇信|line)(?:是|为|為|:|\s){0,3})[a-z][-_a-z0-9]{5,19}/gi,
    counts: (text, before) => /[0-9_-]/.test(text) || /(?:号|號|id)[^a-z]*$/i.test(before),
  },
  { kind: 'wechat', pattern: /(?<=qq号?(?:是|为|為|:|\s){0,3})[1-9][0-9]{4,11}(?![0-9])/gi },
  // The mainland's identity cards, new and old; Hong Kong's, Macao's, Taiwan's; passports of the mainland.
  { kind: 'id_card', pattern: alone('[0-9]{6} ?[0-9]{8} ?[0-9]{3}[0-9Xx]|[0-9]{15}') },
  { kind: 'id_card', pattern: /(?<![A-Za-z0-9])[A-Z]{1,2}[0-9]{6} ?(?:\([0-9A]\)|[0-9A])(?![A-Za-z0-9])/g },
  { kind: 'id_card', pattern: /(?<![A-Za-z0-9])[a-z]{1,2}[0-9]{6} ?\([0-9a]\)/g },
  { kind: 'id_card', pattern: /(?<![A-Za-z0-9])[A-Z](?:[1289A-D][0-9]{8}|[0-9]{9})(?![A-Za-z0-9])/g },
  { kind: 'id_card', pattern: alone('[157][0-9]{6}\\([0-9]\\)') },
  { kind: 'id_card', pattern: /(?<![A-Za-z0-9])[EG][A-Z]?[0-9]{7,8}(?![A-Za-z0-9])/g },
  {
    kind: 'bank_card',
    pattern: alone('[0-9](?:[ -]?[0-9]){12,18}'),
    counts: (text, before) => isCard(text) || cardCue.test(before),
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `${plate}[A-HJ-NP-Za-hj-np-z][·•. -]?[A-HJ-NP-Za-hj-np-z0-9](?:[ ·.-]?[A-HJ-NP-Za-hj-np-z0-9]){3,4}[A-HJ-NP-Za-hj-np-z0-9挂掛学學警港澳]?`,
      'g',
    ),
    counts: (text) => /[0-9].*[0-9]/.test(text),
  },
  {
    kind: 'plate',
    pattern: /(?<![A-Za-z0-9])(?:[A-Z]{2,3}[ -]?[0-9]{2,4}|[0-9]{4}-[A-Z]{2})(?![A-Za-z0-9])/g,
    counts: (_, before) => plateCue.test(before),
  },
  phone(/(?<![\w+])(?:\+|00)[1-9][0-9]{0,2}[ -]?(?:\(?[0-9]{1,4}\)?[ -]?){2,4}[0-9]{2,4}(?![0-9])/g),
  // Mobile numbers of the mainland, with or without 86, however they are grouped.
  phone(
    alone(
      '(?:86[ -]?)?(?:1[3-9][0-9][ .-]?[0-9]{4}[ .-]?[0-9]{4}|1[3-9][0-9]{2}[ .-][0-9]{3}[ .-][0-9]{4}|1[3-9][0-9][ .-][0-9]{3}[ .-][0-9]{5}|1(?:[ .-][0-9]){10})',
    ),
  ),
  // Fixed lines with an area code, and mobile numbers of Taiwan.
  phone(
    alone(
      '\\(?0[0-9]{2,3}\\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}|\\(?0[2-8]\\)?[ -][0-9]{3,4}[ -]?[0-9]{4}|09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}',
    ),
  ),
  phone(alone('(?:\\(?(?:852|853|886)\\)?)[ -]?[0-9]{3,4}[ -]?[0-9]{4}')),
  phone(alone('\\(?[2-9][0-9]{2}\\)?[-. ][0-9]{3}[-. ][0-9]{4}')),
  // Eight digits, as Hong Kong, Macao, Singapore and the large cities write them; and as dates, hours and amounts are written.
  phone(/(?<![0-9A-Za-z.:-])[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9:.-])/g, (text, before, after) => {
    if (callCue.test(before)) return false;
    const digits = text.replaceAll(/[ -]/g, '');
    return isDate(digits) || isYears(text) || isHours(text) || unitAfter.test(after) || moneyBefore.test(before);
  }),
  phone(/(?<![0-9A-Za-z.:-])[2-9][0-9]{6}(?![0-9:.-])/g, (_, before) => !callCue.test(before)),
];
