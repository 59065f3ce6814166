import type { PersonalKind } from '../../text/redact-finder.ts';
import { sameLength } from '../../text/redact-fold.ts';
import { isTellingName, surnames } from '../../text/redact-names.ts';
import { personalDataIn } from '../../text/redact.ts';
import { numberRules } from './mask-numbers.ts';

const labels: Record<PersonalKind, string> = {
  phone: '[phone]',
  id_card: '[number]',
  bank_card: '[number]',
  plate: '[number]',
  room: '[room]',
  email: '[address]',
  wechat: '[address]',
  name: '[name]',
};

/** Who and what may be named in the talk, and what stands there instead. */
export interface Known {
  /** Names as they are shown or called, with what takes their place: `[A]`, `[office]`, `[name]`. */
  names: ReadonlyMap<string, string>;
  /** The name of the estate. */
  estate: string;
}

/**
 * A text as it may leave the house: without telephone and identity numbers, addresses, flats, names and the name of the estate (P9b). Buildings,
 * stairwells and floors stay, because a matter is tied by them; each of them is home to many. Rather too much is taken out than too little.
 */
export function createMask({ names, estate }: Known): (text: string) => string {
  const called = [...names].filter(([name]) => name.length > 1).toSorted(([a], [b]) => b.length - a.length);
  const telling = called.map(([name]) => name).filter(isTellingName);
  const finders = [
    ...called.map(([name, label]) => ({ pattern: namePattern(name), label })),
    ...estateNames(estate).map((name) => ({ pattern: new RegExp(escaped(name), 'gi'), label: '[estate]' })),
    // Many have their flat before their name: @3-2-501 王五.
    { pattern: /(?<=(?<![\w.])[@＠])(?:\d[\d#-]*\s)?[^\s@＠,，。.!！?？:：;；、[\]]{1,24}/g, label: '[name]' },
  ];
  return (text) => {
    let masked = text;
    for (const { pattern, label } of finders) masked = masked.replaceAll(pattern, label);
    masked = replaced(
      masked,
      personalDataIn(masked, { names: telling }).map(({ kind, from, to }) => ({ from, to, label: labels[kind] })),
    );
    for (const { pattern, label } of [...titleRules, ...numberRules]) {
      const found = [...sameLength(masked).matchAll(pattern)];
      masked = replaced(
        masked,
        found.map((match) => ({ from: match.index, to: match.index + match[0].length, label })),
      );
    }
    return masked;
  };
}

/** A name that is a word of everyday talk, too (阳光), is one only where somebody is called by it. */
function namePattern(name: string): RegExp {
  const isWord = name.length < 3 && !isTellingName(name);
  const before = isWord ? '(?<=[@＠])' : /^[A-Za-z]/.test(name) ? '(?<![A-Za-z])' : '';
  return new RegExp(`${before}${escaped(name)}${/[A-Za-z]$/.test(name) ? '(?![A-Za-z])' : ''}`, 'gi');
}

/** What follows a name said without a title: nothing, a sign, or a word that no other word begins with after it. */
const afterName = '(?=$|[\\s,，。.!！?？:：;；、]|家|说|說|在|的|讲|講|问|問|来|來|去|他|她|那边|那邊|帮|幫|修|给|給)';
/** After 小 or 老 a part of a word. */
const otherWords = '区區孔方石江河康汤湯田白雷万萬龙龍金夏高范程乔喬常毛任叶葉胡黄黃于顾顧文';

/** With a title that colleagues and readers of a card are called by: 李太, 陈师傅, 王姐; and 老赵, 小李. Not 小区, 小孔, 老毛病, which are words. */
const titleRules = [
  {
    label: '[name]',
    pattern: new RegExp(
      `[${surnames}](?:师傅|師傅|经理|經理|主任|老师|老師|医生|醫生|太(?![太阳陽平多大高吵差热熱])|[姐哥叔伯姨婶嬸嫂]|工(?![作程地人具厂廠资資业業])|总(?![是共算监監]))|[小老阿](?![${otherWords}])[${surnames}]${afterName}`,
      'gu',
    ),
  },
];

const estateKinds =
  /(?:小区|小區|社区|社區|花园|花園|花苑|家园|家園|嘉园|新村|公寓|大厦|大廈|广场|廣場|屋苑|苑|邨|村)$|\s+(?:Estate|Gardens?|Court|Residences?|Towers?|Apartments?|Villas?)$/iu;

/** 桂园小区 is called 桂园, too. */
function estateNames(name: string): string[] {
  const short = name.replace(estateKinds, '').trim();
  return [...new Set([name.trim(), short])].filter((one) => one.length > 1);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

function replaced(text: string, found: readonly { from: number; to: number; label: string }[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to, label } of found) {
    rest += text.slice(at, from) + label;
    at = to;
  }
  return rest + text.slice(at);
}
