import type { FieldRule } from '../../policy/document/field-rules.ts';
import type { MistakeTexts, Sort } from './mistake-texts.ts';

const sorts: Record<Sort, string> = {
  text: '文字',
  map: '一组“名称: 值”',
  list: '列表',
  whole: '整数',
  number: '数字',
  boolean: 'true 或 false',
};
const rules: Record<FieldRule, string> = {
  duration: '应是时长，如 5min、48h、7d 或 "1d 12h"',
  clockTime: '应是时刻，如 08:30，最晚 24:00',
  day: '应是日期，如 2026-12-24',
  dayOfYear: '应是每年都有的日期，如 01-10',
  window: '应是一天之内的时段，如 08:30-18:00',
  windowOrder: '开始应早于结束，并且在同一天',
  windows: '各时段应按先后排列，互不重叠',
  night: '应是时段，如 22:00-08:00',
  share: '应是比例，如 25%',
  rungTime: '应是 50%、start、"start + 1min"、limit、"limit + 2h" 中的一种',
  clause: '应是条款编号，如 P5d',
  name: '应是小写字母、数字和 - 组成的短名，如 repair-first',
  country: '应是国家代码，如 CN，或 null',
};
const list = (items: readonly string[]): string => items.join('、');

export const mistakes: MistakeTexts = {
  tooLong: () => ({ message: '文件太长，不像一份服务标准', mend: '只写与默认不同的部分' }),
  notAMap: () => ({ message: '服务标准应是一组“名称: 值”', mend: '例如先写 "limits:"，下面再写各行' }),
  tooDeep: () => ({ message: '嵌套太深，或引用（&、*）展开后太大', mend: '把值直接写出来' }),
  twice: () => ({ message: '同一处有两个相同的名称', mend: '只留一个' }),
  tab: () => ({ message: '不能用制表符缩进', mend: '用空格缩进' }),
  indentation: () => ({ message: '缩进与前后行对不上', mend: '同一组的名称左边对齐' }),
  secondDocument: () => ({ message: '这里开始了第二份文档', mend: '一个文件只写一份，不要写 "---"' }),
  unclosed: () => ({ message: '缺少收尾的符号或空格', mend: '补上本行的引号或括号；":" 和 "," 后面要空一格' }),
  noYaml: (why) => ({ message: `不是正确的 YAML（${why}）`, mend: '检查这一行和上一行' }),
  chineseSign: (sign, wanted) => ({ message: `“${sign}”是中文标点`, mend: `改用英文输入的 ${wanted}` }),

  unknownName: (name) => `这里没有“${name}”这一项`,
  wrongName: (rule) => `名称${rule}`,
  noneOf: (value, known) => `${value} 不在可选值之内：${list(known)}`,
  missing: (name) => `缺少“${name}”`,
  wrongSort: (sort, value) => `应是${sorts[sort]}，不能是 ${value}`,
  emptyList: () => '列表不能为空',
  atLeast: (least, value) => `至少是 ${least}，不能是 ${value}`,
  atMost: (most, value) => `最多是 ${most}，不能是 ${value}`,
  rule: (rule) => rules[rule],
  against: (rule, value) => (value === null ? rule : `${value} ${rule}`),
  didYouMean: (word) => `是不是想写 ${word}？`,
  didYouMeanLine: (word) => `是不是想写 ${word}？如果要另加一行，就得把各项写全`,
  mayStand: (known) => `这里可以写：${list(known)}`,
  writeOneOf: (known) => `请写其中一个：${list(known)}`,
  writeAs: (example) => `可以写成 ${example}`,
  takeAway: () => '请删去，或查看 docs/policy.md 中这里可以写什么',

  noSuchLadder: (name, known, near) => ({
    message: `没有“${name}”这个升级阶梯`,
    mend: near ? `是不是想写 ${near}？` : `请写其中一个：${list(known)}，或写 null`,
  }),
  promiseWithin: () => ({ message: '约定以约好的时间为准，不另设时限', mend: '从这一行删去 "within"' }),
  noTime: () => ({ message: '这一行没有写时限', mend: '例如写 "within: 24h"；不设时限写 "within: null"' }),
  rivals: (earlier) => ({
    message: `与“${earlier}”这一行管的是同样的事，分不清以哪一行为准`,
    mend: `让其中一行写得更具体（urgency、kind 或 area），或用 "${earlier}: null" 去掉另一行`,
  }),
  unanswered: (kind, urgency, areas) => ({
    message: `没有一行规定类别 ${kind}、紧急程度 ${urgency} 的事${areas ? `（${list(areas)}）` : ''}何时首次答复`,
    mend: `加一行 "for: first_response, kind: ${kind}"；不设时限写 "within: null"`,
  }),
  neverOpen: () => ({
    message: '平常一周没有一天办公，却有按服务时间计算的时限',
    mend: '至少开放一天，如 mon: ["08:30-18:00"]，或让所有时限按自然时间计算',
  }),
  sleepless: () => ({
    message: '一天之中没有可以提醒人的时间了',
    mend: '至少留出一小时，如 "22:00-08:00"；首尾相同表示不设安静时间',
  }),
  toldTwice: (tell, name, earlier) => ({
    message: `与“${earlier}”这一级在同一时刻通知同样的人（${tell}）`,
    mend: `去掉其中一级（"${name}: null"），或改为通知别人；"by: both" 可同时发到群里和本人`,
  }),
  forgottenTooSoon: () => ({ message: '记录至少要保存三年', mend: '写 "keep: 1096d" 或更长' }),
  notShorter: (than) => ({ message: `要比 "${than}" 短，否则不起作用`, mend: `写短一点，或把 "${than}" 写长一点` }),
  remindedTooLate: () => ({ message: '提醒居民评价时，工单已经关闭了', mend: '提前提醒，或推迟关闭' }),

  unknownCountry: (country) => ({
    message: `没有收录 ${country} 的节假日，每天都按平常的星期算`,
    mend: '写国家代码，如 "holidays: CN"；或写 "holidays: null"，在 "days" 里逐日写明',
  }),
  unknownYear: (year, country) => ({
    message: `还没有收录 ${country} ${year} 年的节假日`,
    mend: '那一年其余的日子按平常的星期算：请把节假日也写在这里，或公布后更新 linli',
  }),
  unknownYearAhead: (year, country) => ({
    message: `还没有收录 ${country} ${year} 年的节假日，那一年按平常的星期算`,
    mend: '公布后请更新 linli，或在 "calendar.days" 里逐日写明',
  }),
  idleLadder: (name) => ({
    message: '没有一行时限用到这个升级阶梯',
    mend: `在某一行写 "ladder: ${name}"，或用 "${name}: null" 去掉它`,
  }),
  emptySample: () => ({
    message: '抽样回访的比例是零',
    mend: '写一个比例，如 10%；不抽样就在 "by" 下写 "sample: null"',
  }),
};
