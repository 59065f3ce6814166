import type { Analysis } from './analysis.ts';

/** A message to all, not an answer to somebody. */
const announcement =
  /【[^】]{0,12}(?:通知|公告|提示|预告|提醒)】|各位(?:业主|住户|邻居)[^。]{0,30}(?:通知|公告|提醒|预告)|^(?:notice|announcement|reminder)\b/;
/** Longer than what is said to one person. */
const FOR_ALL = 120;
const mendedInChinese =
  '恢复|修好|换好|已换|换了|通了|弄好|搞掂|清了|清理完|送电|送上|已处理|处理好|已经处理完|解决|正常了|可以正常|亮了|补清|挪走了|挪开|' +
  '出来了|已灭|拉走了|带到派出所|装好|铲了|没问题';
const mendedInEnglish =
  'fixed|repaired|restored|back on|back up|working again|resolved|sorted|cleared|replaced|completed|all clear|done now|is out safely|are out safely';
const mended = new RegExp(`${mendedInChinese}|${mendedInEnglish}`);
/** Said of what is yet to come. */
const later =
  /正在|马上|会(?:尽快)?|明天|下午|晚点|稍后|预计|争取|在路上|还没|没恢复|等|will|tomorrow|shortly|on (?:the|their) way|soon|expected|being|should be/;

/** What may stand between a negation, or what is still to be, and the word for mending. */
const between =
  '(?:有|能|可以|可能|办法|法|人|给|您|你|我们|他们|把|被|它|完全|彻底|全部|全|都|真正|及时|得到|会|是|要|用|想|肯|敢|再|就|还|这么|那么|太|很|多|一次)*';
const notInChinese =
  '没|未|(?<!得)不|别|无法|难以|尽快|快|才能|才会|才可以|才可|才算|才行|[要该](?!求)|需要?|必须|能否|是否|如果|要是';
/** 没修好, 未解决, 没办法修好, 快修好了, 该换了, 能不能修好, 是否修好. */
const notOrNotYet = new RegExp(`(?:${notInChinese})${between}(?:${mendedInChinese})`);
/** 修好没有, 通了吗, 解决不了, 修好之前, 修好后通知您, 换了还是漏. */
const notAfterAll = new RegExp(
  `(?:${mendedInChinese})(?:了|的)?(?:[没未不](?=了|有|$|[\\s?!,。])|吗|么(?=$|[\\s?!,。])|\\?|之?前|[以之]?后[^,。!]{0,6}(?:通知|告诉|告知|回复|联系)|的话|[^,。!]{0,4}(?:还是|仍然?|又|也)(?:[不没漏坏停堵断跳])|[,\\s]*又[漏坏停堵断跳])`,
);
/** Half of it, or with something missing: 换好一半, 还差一个零件. */
const inPart =
  /一半|部分|还[差缺少]|缺(?:件|货|配件|零件|材料)|没(?:货|配件|零件)|\bhalf\b(?! (?:an )?hour| past)|\bpart(?:ly|ially)\b|\bmissing\b/;
const notInEnglish = new RegExp(
  `(?:\\b(?:not|never|cannot|unable|nobody|needs?|must|can be|could be|may be|might be|yet to|has to|have to|nearly|almost|until|unless|once|if|whether|when)|(?<!had )\\bto be|n't)\\b(?: [\\w']+){0,4}? (?:${mendedInEnglish})`,
);
const askedInEnglish = /^(?:is|are|was|were|has|have|did|does|do|can|could)\b[^.!]*\?/;

const isUndone = (text: string): boolean =>
  [notOrNotYet, notAfterAll, inPart, notInEnglish, askedInEnglish].some((one) => one.test(text));

/** A word of the staff that is said to all, and answers nobody. */
export const isAnnouncement = ({ text }: Analysis): boolean => announcement.test(text) || text.length > FOR_ALL;

/** "昨天没修好，今天修好了": how it was then says nothing of how it is. */
const ofThePast =
  /^(?:昨天|昨晚|前天|上次|上周|之前|早上|刚才|一开始)|\b(?:yesterday|last (?:night|time|week)|at first|earlier)\b/;
/** 昨天修好了，今天又坏了. */
const onceMore = /又[漏坏停堵断跳不没]|\bagain\b/;

/** What is said of now, where that speaks of mending; else all of it. */
function saidOfNow(text: string): string {
  const clauses = text.split(/[,。;!\n]+/).map((clause) => clause.trim());
  const ofNow = clauses.filter((clause) => !ofThePast.test(clause)).join(',');
  return mended.test(ofNow) || onceMore.test(ofNow) ? ofNow : text;
}

/** Staff say that it is mended, and not that it will be, is not, is in part, or whether it is. */
export function saysMended({ text }: Analysis): boolean {
  const said = saidOfNow(text);
  return mended.test(said) && !later.test(said) && !isUndone(said);
}
