import { isSame, readLine, type ChainEntry } from './line.ts';

export type { ChainEntry } from './line.ts';

/** A sign-up list as somebody pasted it. */
export interface Chain {
  /** What it is for, as far as it says so; empty otherwise. */
  title: string;
  entries: ChainEntry[];
}

const marker =
  /#?\s*(?:接[龙龍](?:报名|報名)?|[报報]名接[龙龍]|sign-?up (?:list|sheet|chain)|chain(?: list)?)\s*[:：]?/iu;
const example =
  /^\s*(?:例如?|示例|范例|範例|格式|比如|样例|e\.?g\.?|example|sample)(?![\p{Script=Han}a-z])\s*[:：.]?\s*/iu;
/** What is said about an activity, and by nobody for themselves. */
const rule =
  /(?:时间|時間|地点|地點|费用|費用|名额|名額|截止|集合|要求|规则|規則|说明|說明|注意|备注|備註|温馨提示|time|place|where|when|note|rules?|deadline)\s*[:：]|请|請|每[户戶人家]|限\p{Script=Han}?\d*|自备|自備|须|需要|需|不得|不要|不可|务必|務必|准时|準時|按.{0,6}(?:格式|序|接[龙龍])|谢绝|please|must|bring your|[。；;!！?？]$/iu;
const numbered =
  /^\s*(?:[(（]\s*\d{1,3}\s*[)）]|(?:第)?\d{1,3}\s*[.、)）:：,，。](?!\d{1,2}\.\d{3})|no\.?\s*\d{1,3}\s*[.:]?|[一二三四五六七八九十]{1,3}[、.．)）]|\d{1,3}\s+(?=[\p{L}\p{Extended_Pictographic}])|\d{1,3}(?=\p{Script=Han})(?!\d*(?:栋|幢|座|号|號|单元|單元|室|楼|樓|期|元|人|个|個|大|小|点|點|月|日|年|位|口|天|层|層|岁|歲|分|次)))\s*/iu;
const bullet = /^\s*[-•·●▪*✅✔☑]\uFE0F?\s+/u;

interface Line {
  text: string;
  /** A number or a dot stood before it. */
  counted: boolean;
  number: number | null;
}

/**
 * Reads the copied, growing list by which people sign up in a group (接龙): who, with how many, and what they add. Every way to number
 * is read (`1.` `1、` `①` `１．` `1️⃣` `(1)`, none at all); numbers may be missing, doubled or wrong. Lines of rules, examples and empty
 * lines are nobody. Null for a text that is no such list.
 *
 * @param options.expected it is pasted as a reply to our word about an activity: it need not say that it is one
 */
export function parseChain(text: string, options: { expected?: boolean } = {}): Chain | null {
  const raw = text
    .replaceAll(/[①-⑳]/gu, (sign) => ` ${sign.charCodeAt(0) - 0x245f}. `)
    .replaceAll(/[⑴-⒇]/gu, (sign) => ` ${sign.charCodeAt(0) - 0x2473}. `)
    .replaceAll(/[❶-❿]/gu, (sign) => ` ${sign.charCodeAt(0) - 0x2775}. `)
    .replaceAll('🔟', ' 10. ')
    .replaceAll(/((?:\d\uFE0F?\u20E3)+)/gu, (keys: string) => ` ${keys.replaceAll(/\D/g, '')}. `)
    .normalize('NFKC');
  const marked = marker.test(raw);
  const all = raw.split(/\r?\n/).flatMap(apart);
  const { head, list } = headAndList(all, marked);
  const entries: ChainEntry[] = [];
  for (const { text: line } of list) {
    for (const entry of readLine(line)) {
      const at = entries.findIndex((one) => isSame(one, entry));
      if (at < 0) entries.push(entry);
      else entries[at] = entry;
    }
  }
  const title = titleOf(head);
  if (marked) return entries.length > 0 || title !== '' ? { title, entries } : null;
  const isList = list.filter(({ counted }) => counted).length;
  if (options.expected) return isList >= 1 && entries.length > 0 ? { title, entries } : null;
  return isList >= 2 && startsAtOne(list) && lookLikePeople(entries) ? { title, entries } : null;
}

/** "1.张三 2.李四 3.王五" in one line, and a number with its signs taken off each. */
function apart(line: string): Line[] {
  const inline = line.split(/(?<=\S)\s+(?=\d{1,2}\s*[.、)](?!\d))/u);
  const counts = inline.filter((part) => numbered.test(part)).length;
  const parts = counts >= 2 ? inline : [line];
  return parts.map((part): Line => {
    const found = numbered.exec(part)?.[0] ?? bullet.exec(part)?.[0] ?? '';
    const digits = /\d{1,3}/.exec(found)?.[0];
    return {
      text: part.slice(found.length).trim(),
      counted: found !== '',
      number: digits === undefined ? null : Number(digits),
    };
  });
}

/** What stands before the list, and the lines of those who come. */
function headAndList(all: readonly Line[], marked: boolean): { head: string[]; list: Line[] } {
  const head: string[] = [];
  const list: Line[] = [];
  const isCounted = all.some((line) => line.counted && isPerson(line.text));
  const markedAt = all.findIndex(({ text }) => marker.test(text));
  let isExample = false;
  let begun = false;
  for (const [index, line] of all.entries()) {
    const { text, counted } = line;
    if (text === '' && !counted) {
      // Without numbers the list begins behind the title.
      if (!isCounted && marked && head.some((one) => withoutMarker(one) !== '')) begun = true;
      continue;
    }
    if (example.test(text)) {
      isExample = text.replace(example, '') === '';
      continue;
    }
    if (isExample) {
      isExample = false;
      continue;
    }
    const isRule = index === markedAt || marker.test(text) || !isPerson(text);
    const isTitle = !counted && !begun && (isCounted || (marked && !head.some((one) => withoutMarker(one) !== '')));
    if (text === '') begun = true;
    else if (isRule || isTitle || (!counted && !marked && !isCounted)) head.push(text);
    else {
      begun = true;
      list.push(line);
    }
  }
  return { head, list };
}

/** Short enough for a name with its remarks, and nothing that is said to all. */
function isPerson(text: string): boolean {
  const words = text.replaceAll(/[(（[【][^)）\]】]*[)）\]】]?/gu, '');
  return text !== '' && Array.from(words).length <= 40 && !rule.test(words) && !/https?:/i.test(text);
}

const withoutMarker = (line: string): string =>
  line
    .replace(marker, ' ')
    .replaceAll(/[#【】[\]<>《》]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The line that names it: beside the word 接龙, or the next one. */
function titleOf(head: readonly string[]): string {
  const at = head.findIndex((line) => marker.test(line));
  const after = [...head.slice(Math.max(at, 0)), ...head.slice(0, Math.max(at, 0))];
  return after.map(withoutMarker).find((line) => line !== '') ?? '';
}

const startsAtOne = (list: readonly Line[]): boolean => list.find(({ number }) => number !== null)?.number === 1;

const surnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金贾賈韦韋夏付方邹鄒熊白孟秦邱侯江尹薛闫阎雷龙龍史陶贺賀毛段郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康施洪欧歐老小阿大';
const called = new RegExp(
  `^[${surnames}]|(?:阿姨|叔叔?|伯伯?|姐姐?|哥哥?|妈妈?|爸爸?|媽媽?|爷爷|奶奶|老师|老師|先生|女士|太太|师傅)$|^[A-Z][a-z]+`,
  'u',
);
const trouble = /坏|壞|漏|停水|停电|停電|没|沒|不|堵|脏|髒|吵|响|響|臭|修|换|換|扫|掃|清理|broken|leak/u;

/** Without the word 接龙, a list of names is one only when most of it plainly is names. */
function lookLikePeople(entries: readonly ChainEntry[]): boolean {
  const people = entries.filter(
    ({ name, heads, flat, comment }) =>
      !trouble.test(name) &&
      !trouble.test(comment) &&
      Array.from(name).length <= 20 &&
      (flat !== undefined || heads > 1 || called.test(name)),
  );
  return entries.length >= 2 && people.length * 3 >= entries.length * 2;
}
