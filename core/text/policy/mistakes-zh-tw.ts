import type { FieldRule } from '../../policy/document/field-rules.ts';
import type { MistakeTexts, Sort } from './mistake-texts.ts';

const sorts: Record<Sort, string> = {
  text: '文字',
  map: '一組「名稱: 值」',
  list: '清單',
  whole: '整數',
  number: '數字',
  boolean: 'true 或 false',
};
const rules: Record<FieldRule, string> = {
  duration: '應是時長，如 5min、48h、7d 或 "1d 12h"',
  clockTime: '應是時刻，如 08:30，最晚 24:00',
  day: '應是日期，如 2026-12-24',
  dayOfYear: '應是每年都有的日期，如 01-10',
  window: '應是一天之內的時段，如 08:30-18:00',
  windowOrder: '開始應早於結束，並且在同一天',
  windows: '各時段應按先後排列，互不重疊',
  night: '應是時段，如 22:00-08:00',
  share: '應是比例，如 25%',
  rungTime: '應是 50%、start、"start + 1min"、limit、"limit + 2h" 中的一種',
  clause: '應是條款編號，如 P5d',
  name: '應是小寫字母、數字和 - 組成的短名，如 repair-first',
  country: '應是國家代碼，如 CN，或 null',
};
const list = (items: readonly string[]): string => items.join('、');

export const mistakes: MistakeTexts = {
  tooLong: () => ({ message: '檔案太長，不像一份服務標準', mend: '只寫與預設不同的部分' }),
  notAMap: () => ({ message: '服務標準應是一組「名稱: 值」', mend: '例如先寫 "limits:"，下面再寫各行' }),
  tooDeep: () => ({ message: '巢狀太深，或引用（&、*）展開後太大', mend: '把值直接寫出來' }),
  twice: () => ({ message: '同一處有兩個相同的名稱', mend: '只留一個' }),
  tab: () => ({ message: '不能用Tab 字元縮排', mend: '用空格縮排' }),
  indentation: () => ({ message: '縮排與前後行對不上', mend: '同一組的名稱左邊對齊' }),
  secondDocument: () => ({ message: '這裡開始了第二份文件', mend: '一個檔案只寫一份，不要寫 "---"' }),
  unclosed: () => ({ message: '缺少收尾的符號或空格', mend: '補上本行的引號或括號；":" 和 "," 後面要空一格' }),
  noYaml: (why) => ({ message: `不是正確的 YAML（${why}）`, mend: '檢查這一行和上一行' }),
  chineseSign: (sign, wanted) => ({ message: `「${sign}」是中文標點`, mend: `改用英文輸入的 ${wanted}` }),

  unknownName: (name) => `這裡沒有「${name}」這一項`,
  wrongName: (rule) => `名稱${rule}`,
  noneOf: (value, known) => `${value} 不在可選值之內：${list(known)}`,
  missing: (name) => `缺少「${name}」`,
  wrongSort: (sort, value) => `應是${sorts[sort]}，不能是 ${value}`,
  emptyList: () => '清單不能為空',
  atLeast: (least, value) => `至少是 ${least}，不能是 ${value}`,
  atMost: (most, value) => `最多是 ${most}，不能是 ${value}`,
  rule: (rule) => rules[rule],
  against: (rule, value) => (value === null ? rule : `${value} ${rule}`),
  didYouMean: (word) => `是不是想寫 ${word}？`,
  didYouMeanLine: (word) => `是不是想寫 ${word}？如果要另加一行，就得把各項寫全`,
  mayStand: (known) => `這裡可以寫：${list(known)}`,
  writeOneOf: (known) => `請寫其中一個：${list(known)}`,
  writeAs: (example) => `可以寫成 ${example}`,
  takeAway: () => '請刪去，或參閱 docs/policy.md 中這裡可以寫什麼',

  noSuchLadder: (name, known, near) => ({
    message: `沒有「${name}」這個升級階梯`,
    mend: near ? `是不是想寫 ${near}？` : `請寫其中一個：${list(known)}，或寫 null`,
  }),
  promiseWithin: () => ({ message: '約定以約好的時間為準，不另設時限', mend: '從這一行刪去 "within"' }),
  noTime: () => ({ message: '這一行沒有寫時限', mend: '例如寫 "within: 24h"；不設時限寫 "within: null"' }),
  rivals: (earlier) => ({
    message: `與「${earlier}」這一行管的是同樣的事，分不清以哪一行為準`,
    mend: `讓其中一行寫得更具體（urgency、kind 或 area），或用 "${earlier}: null" 去掉另一行`,
  }),
  unanswered: (kind, urgency, areas) => ({
    message: `沒有一行規定類別 ${kind}、緊急程度 ${urgency} 的事${areas ? `（${list(areas)}）` : ''}何時首次答覆`,
    mend: `加一行 "for: first_response, kind: ${kind}"；不設時限寫 "within: null"`,
  }),
  neverOpen: () => ({
    message: '平常一週沒有一天辦公，卻有按服務時間計算的時限',
    mend: '至少開放一天，如 mon: ["08:30-18:00"]，或讓所有時限按自然時間計算',
  }),
  sleepless: () => ({
    message: '一天之中沒有可以提醒人的時間了',
    mend: '至少留出一小時，如 "22:00-08:00"；首尾相同表示不設安靜時間',
  }),
  toldTwice: (tell, name, earlier) => ({
    message: `與「${earlier}」這一級在同一時刻通知同樣的人（${tell}）`,
    mend: `去掉其中一級（"${name}: null"），或改為通知別人；"by: both" 可同時發到群組和本人`,
  }),
  forgottenTooSoon: () => ({ message: '紀錄至少要保存三年', mend: '寫 "keep: 1096d" 或更長' }),
  notShorter: (than) => ({ message: `要比 "${than}" 短，否則不起作用`, mend: `寫短一點，或把 "${than}" 寫長一點` }),
  remindedTooLate: () => ({ message: '提醒居民評價時，工單已經關閉了', mend: '提前提醒，或推遲關閉' }),

  unknownCountry: (country) => ({
    message: `沒有收錄 ${country} 的國定假日，每天都按平常的星期算`,
    mend: '寫國家代碼，如 "holidays: CN"；或寫 "holidays: null"，在 "days" 裡逐日寫明',
  }),
  unknownYear: (year, country) => ({
    message: `還沒有收錄 ${country} ${year} 年的國定假日`,
    mend: '那一年其餘的日子按平常的星期算：請把國定假日也寫在這裡，或公布後更新 linli',
  }),
  unknownYearAhead: (year, country) => ({
    message: `還沒有收錄 ${country} ${year} 年的國定假日，那一年按平常的星期算`,
    mend: '公布後請更新 linli，或在 "calendar.days" 裡逐日寫明',
  }),
  idleLadder: (name) => ({
    message: '沒有一行時限用到這個升級階梯',
    mend: `在某一行寫 "ladder: ${name}"，或用 "${name}: null" 去掉它`,
  }),
  emptySample: () => ({
    message: '抽樣回訪的比例是零',
    mend: '寫一個比例，如 10%；不抽樣就在 "by" 下寫 "sample: null"',
  }),
};
