/** What somebody wants who says `问卷` and more. */
export type Order =
  | { kind: 'list' }
  | { kind: 'draft'; text: string }
  | { kind: 'show'; number: number }
  | { kind: 'join'; number: number }
  | { kind: 'end'; number: number }
  | { kind: 'withdraw'; number: number }
  | { kind: 'extend'; number: number; until: string };

const END = '结束|結束|关闭|關閉|end|close';
const EXTEND = '延长|延長|延期|extend';
const WITHDRAW = '撤回|取消|withdraw|cancel';
const JOIN = '参加|參加|作答|take part|join|answer';
const SHOW = '结果|結果|进展|進展|情况|情況|results?|status';

const NUMBERED = new RegExp(
  `^#?\\s*(\\d{1,4})\\s*号?\\s*(?:(${END})|(?:(${EXTEND})\\s*[:：]?\\s*(.*))|(${WITHDRAW})|(${JOIN})|(?:${SHOW}))?\\s*[。.!！?？~]*$`,
  'isu',
);

/** `1`, `1 结束`, `1 延长 3天`, `1 撤回`, `1 参加`; nothing lists; anything else is a draft. */
export function readOrder(rest: string): Order {
  const said = rest.trim();
  if (said === '' || /^(?:列表|list|all|全部)$/i.test(said)) return { kind: 'list' };
  const found = NUMBERED.exec(said);
  if (!found) return { kind: 'draft', text: said };
  const [, digits = '', end, extend, until = '', withdraw, join] = found;
  const number = Number(digits);
  if (extend) return { kind: 'extend', number, until: until.trim() };
  return { kind: end ? 'end' : withdraw ? 'withdraw' : join ? 'join' : 'show', number };
}

/** A line of a questionnaire, in folded text: its first question, one with its answers, or a field. */
const LINE = [
  '\\(?1\\s*[.、):]|①|一[、.:]|第\\s*1\\s*[题題]|q\\s*1\\b',
  '[^\\n]*\\((?:\\d{1,2}\\s*(?:-|–|~|到|至)\\s*\\d{1,2}分?|[^()\\n/]{1,20}/[^()\\n]{1,20}|[单單多][选選]|single|multiple)\\)',
  '(?:范围|範圍|截[止至]|匿名|anonymous|until)\\s*:',
].join('|');

/**
 * What follows `问卷` where it is a command (on the folded text): a number with what is to be done, or a title with a question or a field on
 * a line below. "问卷 大家都填一下" is talk.
 */
export const questionnaireFollows = new RegExp(
  `^[\\s:#]*\\d{1,4}\\s*号?\\s*(?:(?:${END}|${WITHDRAW}|${JOIN}|${SHOW})|(?:${EXTEND})[^?]{1,40})?[\\s.。!~?]*$|^[\\s:]*[^\\n]{1,80}\\n(?:[^\\n]*\\n)*?\\s*(?:${LINE})`,
  'u',
);

/** Residents ask for one and answer; what they write below the word is theirs, and no draft. */
export const isForResident = (rest: string): boolean => ['list', 'show', 'join'].includes(readOrder(rest).kind);
