import { policyNames } from './policy-names.ts';

/** The same names as they are written in Traditional characters. */
const traditional = [
  '緊急情況 緊急 投訴 建議 諮詢 詢問 報修 維修 加急報修 加急維修 表揚 沒解決 重開 進展 報修辦結 報修完成 投訴辦結',
  '轉交 新時限 回訪 自動關閉 安靜時間 免打擾時間 免打擾',
].flatMap((row) => row.split(' '));

const anyOf = (words: readonly string[]): string => `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;

const number = '(?:\\d{1,5}|半|[一二两兩三四五六七八九十]{1,3})';
const unit =
  '(?:分钟|分鐘|分|小时|小時|钟头|鐘頭|天|日|周|週|星期|minutes?|mins?|hours?|hrs?|days?|weeks?|min|h|d|w)(?![\\p{L}\\d])';
const duration = `${number}\\s*[个個]?\\s*${unit}(?:\\s*${number}\\s*[个個]?\\s*${unit})?`;
// A number without a unit is a slip that is answered, not talk.
const value = `(?:${duration}|\\d{1,5}|\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}|不限|no limit)`;
const to = '\\s*(?:改为|改為|改成|为|為|到|to\\s|=)?\\s*';
const change = '(?:改|修改|调整|調整|set|change)';
/** `limits.inquiry-answer`, or the name of a line with a hyphen in it. */
const path = '[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+';
/** From when on, and why; nothing else may come after the value. */
const rest =
  '(?:[\\s,;]*(?:\\s(?:from|从|從|自)\\s*\\S|(?:因为|因為|理由|原因|because\\s)|\\S{1,16}\\s*(?:起|开始|開始)|\\d{4}-\\d|now|today|今天|立即|马上|馬上).*)?';
const end = '[。.!~\\s]*$';

/**
 * What must follow 服务标准 or "policy" for it to be a command, where it does not stand alone, in lower case and half width. Without
 * that, it is the office speaking about its standards ("服务标准太严了", "policy is policy").
 */
export const policyFollows = new RegExp(
  [
    `^[\\s:,]*(?:版本|历史|歷史|versions?|history)${end}`,
    `^[\\s:,]*(?:批准|核准|撤回|拒绝|拒絕|approve|withdraw|refuse)\\s*(?:第|版本|version|v)?\\s*\\d{1,4}\\s*版?(?:\\s*(?:连同|連同|包括|and|also|with).{0,20})?${end}`,
    `^\\s+(?:${change}\\s*)?${anyOf([...policyNames, ...traditional])}${to}${value}${rest}${end}`,
    `^\\s+${change}\\s+\\S{2,20}\\s${to}${value}${rest}${end}`,
    `^\\s+(?:${change}\\s+)?${path}${to}\\S`,
  ].join('|'),
  'u',
);
