/** A day in either script, or in English; the reader (days.ts) is stricter. */
const DAY = [
  '[今明][天日]',
  '大?[后後]天',
  '(?:本|[这這]|下)?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天末]',
  '(?:\\d{4}年)?[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}[日号號]?',
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[日号號]',
  'today',
  'tomorrow',
  '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*',
  '\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*',
].join('|');
const CLOCK = '\\d{1,2}(?::\\d{2}|[点點][半\\d分]{0,3})';
const TO = '(?:-|–|—|~|至|到|to|until|换|換|for)';
/** One name or several after an @; what else is said to a colleague makes it talk. */
const NAMES = '(?:[\\s,、和]*@[^\\s@,。;?!]+(?: [a-z.]+){0,2})+';
const CANCEL = '(?:取消|删除|刪除|撤销|撤銷|cancel|remove)';
const END = '[\\s。.!]*$';

/** Days of every week. */
const WEEKLY =
  '(?:每天|每日|天天|工作日|平日|[周週]末|每?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天]|daily|every ?day|week|mon|tue|wed|thu|fri|sat|sun)';
/** A role, in front of the days. */
const ROLE =
  '(?:(?:客服|[维維]修|工程|安保|保安|保全|保[洁潔]|清[洁潔]|[绿綠]化|[园園][艺藝]|maintenance|security|cleaning|greening) )?';
const SPAN = `(?:${DAY})(?: ?(?:${TO}|起) ?(?:${DAY}|\\d{1,2} ?[天日]|[一二三四五六七八九十]天))?`;

/**
 * What must follow the words about roster and grid: the shape of what is set with them, so that what colleagues say to each other
 * about shifts and holidays is left alone.
 */
export const dutyFollows = {
  duty: new RegExp(
    `^[\\s:,]*(?:(?:本|[这這]|下)个?(?:[周週]|星期)|(?:this |next )?week|今天|[现現]在|today|now|${CANCEL}[^?]{0,80}` +
      `|${ROLE}(?:${WEEKLY})[^?@]{0,24}?${CLOCK} ?${TO}[^?@]{0,12}?${CLOCK}[^?@]{0,24}(?:${NAMES})?` +
      `|${ROLE}(?:${DAY})(?: ?${CLOCK}(?: ?${TO}[^?@]{0,12}?${CLOCK})?)?[^?@]{0,8}${NAMES}|(?:${DAY}) ?${CLOCK}|(?:${DAY})[^?@]{0,12}(?:无人|無人|没人|沒人|nobody))${END}`,
  ),
  swap: new RegExp(
    `^[\\s:,]*(?:${NAMES})?\\s*(?:${DAY})(?: ?的?${CLOCK}(?:的班)?)?(?:\\s*(?:${TO}|[对對][换換]|[与與跟和]) ?(?:${DAY})(?: ?${CLOCK}(?:的班)?)?)?(?:${NAMES})?${END}`,
  ),
  leave: new RegExp(
    `^(?:[\\s:,]*${NAMES}\\s+|[\\s:,]*)(?:${CANCEL}|销假|銷假|(?:${SPAN}|\\d{1,2} ?(?:天|days?)|[一二三四五六七八九十]天)\\s*(?:[上下]午|全天|一天|morning|afternoon|all day|for \\d+ days?)?)(?:${NAMES})?${END}`,
  ),
  grid: new RegExp(`^[\\s:,]*(?:${CANCEL}[^?]{1,40}|(?:(?<=[\\s:,])|(?=\\d))[^@?。!]{1,30}${NAMES})${END}`),
  deputy: new RegExp(`^[\\s:,]*(?:${CANCEL}[^?@]{0,12}|(?<=[\\s:,])[^@?。!]{0,16}${NAMES})${END}`),
  capacity: new RegExp(
    `^[\\s:,]+(?:${NAMES}\\s*|\\p{Script=Han}{2,4} )?(?:\\d{1,3} ?[件单單]?|不限|[无無]限|unlimited|no limit)(?:${NAMES})?${END}`,
    'u',
  ),
} as const;
