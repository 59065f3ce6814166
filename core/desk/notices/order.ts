import { plain } from '../duty/days.ts';
import { fold } from '../fold.ts';

/** What a manager wants done with a notice that is on record. */
export type NoticeAct =
  | { kind: 'show' | 'withdraw' | 'skip' }
  | { kind: 'correct'; text: string }
  /** The words in which it was said until when. */
  | { kind: 'extend'; until: string }
  /** `words`: what everybody is told, or null for a sentence of ours. */
  | { kind: 'end'; words: string | null };

/** What was said after 通知 or "notice". */
export type NoticeOrder =
  | { kind: 'list' | 'how' | 'all_status' }
  /** `act` is null where `rest`, what follows the number, is none of these; it may be about receipts, or the text of a new one. */
  | { kind: 'numbered'; number: number; act: NoticeAct | null; rest: string }
  | { kind: 'from_template'; rest: string }
  | { kind: 'draft'; text: string };

/** Reads an order. What is none of the others is the text of a new notice. */
export function readNoticeOrder(rest: string): NoticeOrder {
  const said = plain(rest);
  if (/^(?:列表|list)?[.。]?$/.test(said)) return { kind: 'list' };
  if (/^(?:帮助|怎么用|help|how)[.。]?$/.test(said)) return { kind: 'how' };
  if (/^(?:状态|status)[.。]?$/.test(said)) return { kind: 'all_status' };
  const template = /^(?:模板|範本|范本|template)[\s:：]+/i.exec(fold(rest))?.[0];
  if (template !== undefined) return { kind: 'from_template', rest: rest.slice(template.length).trim() };
  const numbered = /^#?(\d{1,5})(?![\d:.点點月日号號栋棟座幢楼樓年时時个個])[\s:,]*/.exec(fold(rest));
  if (numbered) {
    const after = rest.slice(numbered[0].length).trim();
    return { kind: 'numbered', number: Number(numbered[1]), act: readNoticeAct(after, { alone: true }), rest: after };
  }
  return { kind: 'draft', text: rest.trim() };
}

/** "更正了吗", "修改好了", "延长一下": said about it among colleagues. */
const talk = '(?![了过過完没沒吗嗎的]|好[了没沒吗嗎]|一下|多久)';
const correct = /^(?:correct(?:ion)?|change to)(?=[\s:：]|$|[^\p{L}])[\s:：]*/u;
const correctHan = new RegExp(`^(?:更正|修改|改成|改为|改為)(?:为|為|成)?${talk}[\\s:]*`);
const extend = new RegExp(`^(?:延长|延長|延期|extend(?![a-z]))(?:至)?${talk}[\\s:,]*`);
const end = /^(?:(?:结束|結束)(?:了)?(?:[\s:,，。.]+|$)|(?:end|over)(?:[.!]?$|\s*[:,]\s*))/;
const BACK =
  '(?:供水|供电|供气|供暖|供热|天然气|燃气|煤气|热水|门禁|用水|用电|水电|水压|电梯|网络|暖气|通水|通电|水|电|气|网)';
const isBack = new RegExp(
  `^(?:(?:来|通)(?:水|电|气|网|暖)了?|(?:已经?|都)?恢复(?:了)?${BACK}?(?:正常|运行)?了?|${BACK}(?:已|已经|都)?(?:恢复|修好|通)(?:正常|运行|了)*|(?:已经?|都)?修好了|(?:已经?|都)(?:结束|好)了|` +
    `(?:the )?(?:water|power|electricity|gas|lift|heating|it)(?: is|'s) back(?: on)?)[!。.]*$`,
);

/**
 * What is to be done with a notice that is known, by its number or because a word about it is replied to. Null when it is nothing of that
 * kind.
 *
 * @param options.alone nothing at all means to look at it
 */
export function readNoticeAct(text: string, { alone = false }: { alone?: boolean } = {}): NoticeAct | null {
  const written = text.trim();
  const said = plain(written);
  if (said === '') return alone ? { kind: 'show' } : null;
  if (/^(?:查看|详情|show)[.。]?$/.test(said)) return { kind: 'show' };
  if (/^(?:撤回|取消|作废|撤销|withdraw|take (?:it )?back|cancel)(?:通知)?[.。!]?$/.test(said))
    return { kind: 'withdraw' };
  if (/^(?:跳过|跳过这次|这次跳过|skip(?: it)?)[.。!]?$/.test(said)) return { kind: 'skip' };
  const folded = fold(written);
  const found = correctHan.exec(folded) ?? correct.exec(folded);
  if (found) return { kind: 'correct', text: written.slice(found[0].length).trim() };
  const longer = extend.exec(folded);
  if (longer) return { kind: 'extend', until: written.slice(longer[0].length).trim() };
  const over = end.exec(folded);
  if (over) return { kind: 'end', words: written.slice(over[0].length).trim() || null };
  return isBack.test(said) ? { kind: 'end', words: written } : null;
}
