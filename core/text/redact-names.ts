import type { Finder } from './redact-finder.ts';

/** Every sign is one; most of them are words, too. */
export const surnames =
  '李王张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文欧歐区區关關麦麥伍';
const titles =
  '(?:先生|女士|小姐|太太|师奶|師奶|阿姨|大姐|大爷|大爺|大叔|大伯|叔叔|伯伯|奶奶|爷爷|爺爺|大妈|大媽|婆婆|老太太|老太|老伯|老人家)';

/** Who is named in a text that is about somebody else's matter: by a title, as 李某某, or after a word that says that a name follows. */
export const nameFinders: readonly Finder[] = [
  { kind: 'name', pattern: new RegExp(`[${surnames}]某{1,2}人?`, 'g') },
  {
    kind: 'name',
    pattern: new RegExp(`[${surnames}]\\p{Script=Han}{0,2}?${titles}`, 'gu'),
    // 关于, 对于 before what is no name: 关于先生产后付款.
    counts: (text, before) => !/^[关關对對]于/.test(text) && !/[关關由对對至等终終位双雙]$/.test(before),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=(?:姓名|名字|名叫|叫做|户主|戶主)(?:是|为|為|:|\\s){0,2})[${surnames}]\\p{Script=Han}{1,2}`,
      'gu',
    ),
  },
  { kind: 'name', pattern: /\b(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Auntie|Uncle)\.? [A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}/g },
  {
    kind: 'name',
    pattern:
      /(?<=\b(?:named|name is|name:|called|resident|owner|tenant|neighbou?r) )[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}/g,
  },
];

/** Names that are words of everyday talk as well would tear holes into texts. */
const looksLikeName = new RegExp(
  `^(?:[小老阿大][${surnames}]|[${surnames}]\\p{Script=Han}{1,3}|(?:欧阳|司徒|上官|诸葛|歐陽|諸葛)\\p{Script=Han}{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|[A-Z][a-z]{3,})$`,
  'u',
);
const everyday = new Set(
  '高兴,高興,方便,安全,平安,阳光,陽光,金色,白云,白雲,江南,江山,马上,馬上,常来,万事,万家,龙马,龍馬,任性,方向,周末,夏天,夏日,石头,石頭,文明,文化,康乐,康樂,易水,熊猫,熊貓,黄金,黃金,毛毛,田园,田園,大海,小雷,关心,關心,时光'.split(
    ',',
  ),
);

/** Whether somebody's name on record is one that can be looked for in texts: 李小明, 老王, Chan Tai Man; not 阳光, nor 水. */
export const isTellingName = (name: string): boolean => looksLikeName.test(name) && !everyday.has(name);

const beginning = new RegExp(
  `(?<![师師])(?:[小老阿大][${surnames}]|[${surnames}]\\p{Script=Han}|司徒|上官|诸葛|諸葛)`,
  'gu',
);

/** With what the names begin that may stand in a text: two signs of a Chinese one, a word of an English one. Each once. */
export function nameBeginnings(text: string): string[] {
  const found = new Set<string>(text.match(/\b[A-Z][a-z]{2,}/g));
  // They may overlap: 老王伟 begins with 老王, and with 王伟.
  for (let at = 0; at < text.length; at += 1) {
    beginning.lastIndex = at;
    const next = beginning.exec(text);
    if (!next) break;
    found.add(next[0]);
    at = next.index;
  }
  return [...found];
}

/** Names on record as finders. */
export function knownNames(names: readonly string[]): Finder[] {
  const telling = [...new Set(names.map((name) => name.trim()))].filter(isTellingName);
  return telling
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const isLatin = /^[A-Za-z]/.test(name);
      return { kind: 'name', pattern: new RegExp(isLatin ? `\\b${literal}\\b` : literal, 'g') };
    });
}
