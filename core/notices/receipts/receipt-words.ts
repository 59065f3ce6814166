import { normalise } from '../../intake/normalise.ts';

/** Longer texts say more than that something was received. */
const LONGEST = 60;

/** Residents put their flat before it: "3-2-501收到", "3栋501 收到". */
const flat = '(?:[a-z]?\\d{1,4}[a-z]?(?:号楼|號樓|单元|單元|栋|棟|幢|座|号|號|室|户|戶|房)?[-–—#,、\\s]*){0,4}';
const done = '(?:了|啦|咯|哈|的|喽)?';
/** Says by itself that a notice was received, whoever it is said to. */
const sure = `(?:(?:我们?家?|本户|业主)?(?:已经?)?(?:收到|收悉|知悉|获悉|阅知|已阅|已读)${done}|received|noted(?: with thanks)?|notice received|acknowledged)`;
/** Says so only under the notice itself: said to a neighbour it means something else. */
const underIt = `(?:(?:我们?家?)?(?:已经?)?(?:知道|晓得|明白|了解|看到|清楚)(?:了|啦|咯|喽)|了解|明白|好的?|好滴|好嘞|ok(?:ay)?|嗯+|行|可以|没问题|got it|roger(?: that)?|copy that|understood|all right|alright|sure|thanks?(?: you)?|thx|谢谢|感谢|👍|👌|✅|✔|☑|🆗|💯|❤|🙏|👏|🫡)`;
/** What politeness adds. */
const polite =
  '(?:谢谢|多谢|感谢|辛苦|麻烦|知道|明白|了解|物业|管家|客服|师傅|大家|通知|提醒|告知|你们|您们?|你|了|啦|哈|好的?|ok|收到|thanks?|thank you|thx|so much|very much|for (?:the notice|letting us know|telling us)|team|all|👍|👌|✅|🙏|🌹|❤|💐|😊|🏻|🏼|🏽|🏾|🏿|[,，。.!！~～、;；\\s])*';

const plain = new RegExp(`^${flat}${sure}${polite}$`, 'u');
const answering = new RegExp(`^${flat}(?:${sure}|${underIt})${polite}$`, 'u');
const beginning = new RegExp(`^${flat}${sure}(?=[,，。.!！~～、;；\\s])`, 'u');

/**
 * Whether somebody confirms a notice by these words and says nothing else (P8b). With `asked` they reply to the notice itself,
 * where "知道了" and 👍 confirm, too; without, it may be anybody's talk, and only 收到 and its like count. A question ("收到了吗？")
 * and "没收到" are none.
 */
export function isReceipt(text: string, { asked }: { asked: boolean }): boolean {
  if (text.length > LONGEST) return false;
  const said = tidy(text);
  return (asked ? answering : plain).test(said);
}

/** Whether a reply to the notice confirms it and goes on with something else: "收到，几点恢复？". */
export const beginsWithReceipt = (text: string): boolean => beginning.test(tidy(text.slice(0, LONGEST)));

const tidy = (text: string): string =>
  normalise(text)
    .replaceAll(/[“”"'「」『』]/g, '')
    .trim();

const confirming: ReadonlySet<string> = new Set(
  ['👍', '👌', '✅', '✔', '☑', '❤', '🙏', '👏', '🆗', '💯', '🫡', '🤝', '😊', '🌹'].map(bare),
);

/** Whether reactions under the notice confirm it. A frown or a laugh does not, and taking one away takes nothing back. */
export const isConfirming = (emoji: readonly string[]): boolean => emoji.some((one) => confirming.has(bare(one)));

/** Without the colour of skin and the mark that asks for a picture. */
function bare(emoji: string): string {
  return emoji.replaceAll(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '');
}
