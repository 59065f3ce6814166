/** What makes talk of a short line: nobody puts such a title to a vote. */
const talk =
  '[吗嗎呢吧啊了嘛呀我你您他她不没沒过過太很别別还還已要得,，。！!;；…~?？]|结果|結果|什么|什麼|怎么|怎麼|大家|今天|明天|昨天|的事|时候|時候';

/** Folded, on the first line: a title behind a space has Han characters in it, because English talk begins with "vote", too. */
const shortTitle = `(?!.*(?:${talk}))(?=.*\\p{Script=Han})\\S[^\\n]{1,39}`;
const title = '(?![^\\n]*[?。!！])(?=[^\\n]*\\p{Script=Han})\\S[^\\n]{0,59}';
const number = '[ \\t]*#?\\d{1,4}号?';

/**
 * What follows `表决`, `征求意见`, `认捐` where it is said to the desk, folded: a number, alone or with what is to be done (`1 延长 …`), a
 * title behind a colon, a title with lines below it, or a title alone that is no talk ("更换电梯", but not "结果还没出来").
 */
export const consultationFollows = new RegExp(
  [
    `^${number}[\\s.。?]*$`,
    `^${number}[ \\t]+(?:延长|延長|extend|撤回|withdraw)(?![^\\n]*[?吗嗎]\\s*$)[^]*$`,
    '^[ \\t]*:[ \\t]*\\S[^\\n?]{0,79}(?:\\n[^]*)?$',
    `^[ \\t]+${title}\\n[^]*\\S[^]*$`,
    `^[ \\t]+${shortTitle}$`,
  ].join('|'),
  'u',
);
