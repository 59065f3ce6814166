/** How people write places. Every pattern is for simplified text in compatibility form (NFKC). */

const numeral = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
/** `501`, `1101B`, `12B`, `G04` */
export const room = '(?:\\d{3,4}[a-z]?|\\d{1,2}[a-eghj-np-z]|g\\d{2})';
const dash = '\\s*[-–—]\\s*';
/** After two short numbers: then they are a span of time or an amount, and no place. */
const measure =
  '(?!\\s*(?:天|点|赢|胜|输|战平|领先|逆转|个|岁|人|月|号(?!楼)|日|元|块|分|斤|年|周|度|%|小时|次|张|万|层|楼|倍|比|kg|am|pm|h\\b|min|day|week|month|people|floor|year|hour))';
/** `22楼B`, `二十九楼C室`, `19楼6室`, `12楼之3`, `5F-2` */
const flat =
  `(?<f>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*(?:(?:楼|/f|f)\\s*(?:(?<x>[a-h])(?![a-z\\d])(?!栋|座大)\\s*(?:室|单位|座)?|(?<y>\\d{1,2})室)|` +
  `(?:楼|f)\\s*(?:之|-之?)\\s*(?<z>\\d{1,2})(?!\\d))`;
/** 单元, and the doors that are counted as units: `1号楼2门`, `四门洞` */
const unit = '(?:单元|但元|门洞|门栋|门(?!岗|卫|诊|店|禁|铃|锁|口岗))';

/** `3栋2单元501室`, `A座1502`, `5#1单元`, `第3座12楼B室`, `3号楼`, `G3栋2016`, `9楼1门`, `3栋108铺` */
export const spokenBuilding = new RegExp(
  `(?:第\\s*)?(?<![\\d.])(?<b>(?<![a-z\\d])[a-z]\\d{0,2}|${numeral})\\s*(?:(?<!一)(?:栋|幢|座(?!位|机|谈|椅|垫)|塔(?!楼|吊|台))|(?<=一)(?:栋|幢|座)(?!楼|大|房|位|机|城)|` +
    `号楼|号院|号座|楼(?=\\d门)|\\s?zo(?![a-z])|#\\s*(?:楼)?|(?<=(?:我们|咱们|咱|我哋)\\d{1,2})号(?!线|桩|店|群))` +
    `(?:[\\s,，]*(?<u>${numeral})\\s*(?:${unit}|梯(?!坏)))?` +
    `(?:[\\s,，-]*(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})楼[\\s,，]*(?=\\d{3,4}(?!\\d)))?(?:${flat}|(?<r>${room})(?!\\d|年|块|元|度)\\s*(?:室|房|号房|户|铺)?|(?<c>[一二三四五六七八九][零〇一二三四五六七八九]{2,3})(?![个块元年天])))?`,
  'gi',
);
/** `22号602`, `18号22楼B`, `16号9C`; a number and 号 alone is {@link houseNumber}. */
export const numberAndRoom = new RegExp(
  `(?<![\\d.a-z第])(?<b>${numeral})号(?:${flat}|(?<r>\\d{3,4}[a-h]?|\\d{1,2}[a-h])(?!\\d|年|块|元|度|米|号))\\s*(?:室|房)?`,
  'gi',
);
/** `22号门口`, `7号家`, `15号后面`: a house by its number, and not a day, a gate, a bus or a machine. */
export const houseNumber = new RegExp(
  `(?<![\\d.a-z第月/-])(?<b>${numeral})号(?!楼|线|桩|店|群|枪|车(?!房)|位|机|柱|岗|台|球|馆|泵|灯|候|之前|以前|以后|前|到|上午|下午|早上|晚上|中午|开始|交|停|来|就|了|那天|发|截|才|还没|左右|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?!楼|\\d)|[,，]?\\s*星期)`,
  'gi',
);
/** What follows a house's number even where houses are mostly called otherwise. */
export const houseAfter = /^(?:屋|宅|业主|住户|人家|家(?!里|长)|的?阿姨|养|后院|院|车房|门口转|也一样|挖)/;
/** Where buildings have a letter and stairs a number: `D2-1501`, `D1-0602` */
export const letterUnitRoom = /(?<![a-z\d-])(?<b>[a-z])(?<u>\d)\s*[-–—]\s*(?<r>[1-9]\d{2,3}|0\d{3})(?![\d-])/gi;
/** `D-08-06`, `#03-11`: the floor and the flat on it make the room. */
export const floorAndFlat =
  /(?<![\w#-])(?:(?<b>[a-z])[\s-]?|#)(?<f>\d{2})\s*-\s*(?<n>\d{2})(?![\d-])(?!\s*(?:am|pm|点|月|日|号))/gi;
/** `3-2-501`, `5-1-902吴`, `12–1–804`, `8#2-1702`, `6#2单元1102` */
export const threeParts = new RegExp(
  `(?<![\\d.-])(?<b>\\d{1,3}|[a-z])(?:#${dash}|#|${dash})(?<u>\\d{1,2})${dash}(?<r>${room}|[1-9]o\\d)(?![\\d-])`,
  'gi',
);
/** `3-502`, `C-1916`, `2#-1101`, `B1507`; in a group of one building `1-302` is unit and room */
export const buildingAndRoom = new RegExp(
  `(?<![\\d.a-z-])(?:(?<b>\\d{1,2}|[a-z])(?:#${dash}|${dash}|#)|(?<l>[a-z]))(?<r>${room})(?![\\d-]|:\\d|年|块|元)`,
  'gi',
);
/** `5-1左边那台`, `7-2 庞` */
export const buildingAndUnit = new RegExp(
  `(?<![\\d.:a-z-])(?<b>\\d{1,2}|[a-z])${dash}(?<u>\\d)(?![\\d:.-])${measure}`,
  'gi',
);
/** `T3`, `T2-1901`, `G3 805`, `S3506`, `T2 G04`, `T1/14C`, `T3-16-F`, `T5 27楼E` */
export const codedBuilding = new RegExp(
  `(?<![a-z\\d._-])(?<b>[a-z]\\d{1,2}?)(?:栋|座|幢|塔)?(?!\\d?[\\d]?%|航站|线|terminal)` +
    `(?:[\\s,/-]*(?:${flat}|(?:flat\\s*|#)?(?<r>${room}|\\d{1,2}-[a-h](?![a-z]))(?!\\d|年|块|元|[a-z]))|(?!\\d|:\\d))`,
  'gi',
);
/** `Building 3`, `Bldg C 1203`, `Tower 2 Flat 12B`, `Blk 5 #12-04`, `Wing B` */
export const englishBuilding = new RegExp(
  `\\b(?:building|bldg\\.?|block|blk|tower|towers|house|wing)\\s*#?\\s*(?<b>\\d{1,3}|[A-Z])(?!\\w|'(?!s\\b))(?:'s)?` +
    `(?:[\\s,-]*(?:entrance|stairwell|stair|core|entry)\\s*(?<u>\\d{1,2}|[A-D])\\b)?` +
    `(?:[\\s,/-]*(?:(?<f>\\d{2})-(?<n>\\d{2})(?!\\d)|(?:(?:flat|apt\\.?|apartment|unit|room|rm\\.?|no\\.?)\\s*#?|#)?\\s*(?<r>${room}|(?<=(?:flat|apt\\.?|apartment|unit|room|#)\\s?)\\d{1,4})(?![\\w:%]|-\\d|/f|\\s*floor)))?`,
  'gi',
);
/** `B block`, `C building`, `2 Tower`, `C wing`, `D lobby`, `A-side` */
export const letteredFirst =
  /(?<![\w-])(?:(?<b>[A-Z]|\d{1,2})[ -](?:block|building|bldg|tower|wing)|(?<l>[B-HJ-Z]|A(?=-)|(?<=\b[Tt]he )A(?=\s(?:lift|lobby|gate)))[ -](?:gate|lobby|lifts?|side|stairs?|staircase|stairwell|entrance|terrace|stilt|basement|roof|door|bin (?:store|room|chute)|car ?park|ground floor|level \d|floor))\b(?!\s*(?:\d{1,4}(?!st|nd|rd|th|\d)|[A-Z]\b))/gi;
/** `E 6th floor`: a building's letter and a floor. */
export const letterFloor = /(?<![\w'-])(?<b>[A-Z])\s+\d{1,2}(?:st|nd|rd|th)\b/g;
/** `C 1203`, `C/1203`: only with a letter that is a building's. */
export const letterRoom = /(?<![\w'-])(?<b>[A-Z])[ /](?<r>\d{3,4}[a-z]?)(?![\w:%-])/g;
/** `in E`, `behind D`, `whole of C`: only with a letter that is a building's. A small `a` and a level are not meant. */
export const letterAlone =
  /\b(?:[Ii]n|[Oo]f|[Aa]t|[Bb]y|[Bb]ehind|[Nn]ear|[Oo]utside|[Uu]nder|[Bb]eside|[Ii]nside|[Oo]pposite|[Ww]hole|over|[Oo]n|from|off|[Bb]etween|[Oo]ur|balcony|store|room|[Aa]nyone else(?: in)?)\s+(?<b>[A-Z])(?![\w'’&/#*-])(?!\.\w)(?!\s+(?:level|minor|major|flat|grade|plus|vitamin|[A-Z][a-z]))/g;
/** `behind 5`, `the exit door of 6 again`, `Elevator in 3,`: a building's bare number in English. */
export const numberAlone =
  /\b(?:(?:behind|outside|beside|in front of|opposite|between|anyone else(?: in)?)|(?:lifts?|elevators?|doors?|floor|lobby|entrance|roof|stairs?|stairwell|hall|side|top|bottom|basement|corridor|above me|below me)\s+(?:in|of|at))\s+(?<b>\d{1,2})(?![\w:%/.-]*\d)(?![\w%:])(?=\s*(?:[,;!?)]|\.(?!\d)|\n|$|\s(?:is|are|was|has|have|and|again|also|from|by|on|at|to|the|with|since|for|near|now|still|today|any|side|after|before|but|because|they|it)\b))/gi;
/** `304` of the flat next door: whose neighbour speaks is known better than whose the flat is. */
export const besides =
  /(?<above>楼上|楼下|upstairs in|above in)\s*(?:(?<r>\d{3,4}|\d{1,2}[a-h])|(?<f>\d{1,2})楼(?<x>[a-h]))(?![\d:a-z])|(?:隔壁|隔离|对门|旁边|next door in|outside)\s*(?<s>\d{3,4}|\d{1,2}[a-h])(?![\d:a-z])/gi;
/** `506 in C`, `0610 T2`, `1601 D` */
export const roomFirst = /(?<![\w:.#-])(?<r>\d{3,4})\s+(?:in\s+|of\s+)?(?<b>T\d{1,2}|[A-Z])(?![\w'’-])/g;
export const englishRoom = new RegExp(
  `\\b(?:flat|apt\\.?|apartment|unit|room|rm\\.?)\\s*#?\\s*(?:over\\s+)?(?<r>\\d{1,4}[a-z]?|[a-z]\\d{1,3})(?![\\w:%]|-\\d|/f|\\s*floor)|(?<![\\w#])#(?<s>${room})\\b`,
  'gi',
);
export const spokenUnit = new RegExp(
  `(?<u>${numeral})\\s*(?:单元|门洞|门栋|但元)|\\b(?:entrance|stairwell|entry|core)\\s+(?<v>\\d{1,2})\\b`,
  'gi',
);
/** `四门口`, `2门的`: stairs counted by their doors. */
export const doorUnit =
  /(?<![\d第开两双号一二三四五六七八九十])(?<u>[二三四五六]|[1-6])门(?=的|外|那|这|栋|楼道|里头|口|厅|\s|$)|(?<v>[一1])门(?=的|楼道|那个|栋)/g;
/** `5楼A室`, `27楼C`, `8楼之3` without a building */
export const floorRoom = new RegExp(`(?<![\\d.-])${flat}`, 'gi');
export const spokenRoom =
  /(?<![\d.-])(?<r>\d{3,4}[a-h]?)\s*(?:室|房(?!租|价|本|子)|户(?!型|口))|房号\s*(?<s>\d{3,4})/gi;

/** Words before a place that make it somebody else's. */
export const notHere =
  /(?:隔壁小区|别的小区|别个小区|他们小区|那边小区|对面小区|other estate|across from|opposite the)[^,，。\n]{0,6}$|(?:靠|往|转去|一路送到|搬到|推到|共|总共|比分)\s*$/i;
/** Whatever can begin a place: a text without it names none. */
export const mayName =
  /[\d一二三四五六七八九十]|座|栋|棟|\b(?:building|bldg|block|blk|tower|flat|apt|unit|wing)\b|(?<![\w'])[A-Z](?![\w'])/i;
