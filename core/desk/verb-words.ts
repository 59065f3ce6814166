import { noticeFollows, tagFollows, templateFollows } from './notices/follows.ts';
import { careFollows } from './care/follows.ts';
import { feesFollows } from './fees/follows.ts';
import { drillFollows, planFollows } from './plans/follows.ts';
import { publicationFollows } from './publications/follows.ts';
import { faqFollows } from './faq/follows.ts';
import { policyFollows } from './policy-follows.ts';
import { findFollows } from './find-follows.ts';
import { helpFollows } from './help-follows.ts';
import { dutyFollows } from './duty/follows.ts';
import { heldBackFollows, lessFollows } from './restraint/follows.ts';
import { consultationFollows } from './consultations/follows.ts';
import { activityFollows } from './activities/follows.ts';
import { incidentFollows } from './incidents/follows.ts';
import { questionnaireFollows } from './questionnaires/read-order.ts';
import { shadowFollows } from './shadow/follows.ts';
import type { StaffVerb } from './verb.ts';

/**
 * How each verb is said: Simplified, Traditional, English; lower case, half width. Every word works with a slash, too,
 * and a space in an English one may then be written as `_`. No word stands for two verbs.
 */
export const verbWords: Record<StaffVerb, readonly string[]> = {
  take: ['接单', '接單', 'take'],
  answer: ['回复', '答复', '回覆', '答覆', '回復', '答復', 'answer', 'reply'],
  ask: ['反问', '反問', '追问', '追問', '问', '問', 'ask'],
  promise: ['承诺', '承諾', '约', '約', 'promise'],
  progress: ['进展', '進展', 'progress'],
  pass: [
    '转交给',
    '轉交給',
    '转交',
    '轉交',
    '移交给',
    '移交給',
    '移交',
    '转给',
    '轉給',
    '转',
    '轉',
    'pass',
    'transfer',
  ],
  merge: ['合并', '合併', 'merge'],
  dismiss: ['误报', '誤報', '不是工单', '不是工單', 'not a ticket', 'dismiss'],
  done: ['办结', '辦結', '完成', '已完成', '已修好', '修好', 'done'],
  reopen: ['重开', '重開', '重新打开', '重新打開', 'reopen'],
  show: ['详情', '詳情', '查看', 'show'],
  decline: ['退回', 'decline'],
  postpone: ['延后提醒', '延後提醒', '延后', '延後', 'postpone', 'snooze'],
  follow_up: ['回访', '回訪', 'follow up'],
  log: ['登记', '登記', 'log'],
  list: ['待办', '待辦', '工单', '工單', 'list'],
  help: ['帮助', '幫助', 'help'],
  setup: ['设置', '設定', 'setup'],
  link: ['关联', '關聯', '連結', 'link'],
  role: ['角色', 'role'],
  status: ['进度', '進度', '查进度', '查進度', '我的工单', '我的工單', 'status'],
  flat: ['房号', '房號', 'flat'],
  join: ['绑定', '綁定', 'join'],
  accounts: ['账号', '帐号', '帳號', '賬號', 'accounts'],
  quota: ['额度', '額度', 'quota'],
  stop: ['停发', '停發', 'stop'],
  resume: ['恢复', '恢復', 'resume'],
  login: ['登录码', '登入碼', 'login code'],
  policy: ['服务标准', '服務標準', 'policy'],
  duty: ['值班表', '值班', 'duty'],
  swap: ['换班', '換班', 'swap'],
  leave: ['请假', '請假', 'absent'],
  grid: ['网格', '網格', 'grid'],
  deputy: ['代理人', 'deputy'],
  capacity: ['接单上限', '接單上限', 'capacity'],
  ratings: ['评价', '評價', 'ratings'],
  channels: ['通道', 'channels'],
  source: ['设备', '設備', 'source'],
  find: ['查找', '搜索', '搜尋', 'find', 'search'],
  adopt: ['采纳', '採納', 'adopt'],
  turn_down: ['不采纳', '不採納', 'turn down'],
  notice: [
    '紧急通知',
    '緊急通知',
    '重要通知',
    '通知',
    '公告',
    'emergency notice',
    'urgent notice',
    'important notice',
    'notice',
  ],
  template: ['模板', '範本', 'template'],
  plan: ['启动预案', '啟動預案', '预案', '預案', 'start plan', 'emergency plan'],
  drill: ['演练', '演練', 'drill'],
  publication: ['公示', 'publication'],
  care: ['关怀', '關懷', 'care'],
  fees: ['缴费', '繳費', 'fees'],
  questionnaire: ['问卷', '問卷', 'questionnaire'],
  consultation: ['表决', '表決', '征求意见', '徵求意見', '认捐', '認捐', 'vote', 'consultation', 'pledge'],
  activity: ['活动', '活動', 'activity'],
  faq: ['知识库', '知識庫', 'faq'],
  held_back: ['未发', '未發', 'held back'],
  less: ['少发', '少發', 'less', '恢复提醒', '恢復提醒', '多发', '多發', 'more'],
  tag: ['标签', '標籤', 'tag'],
  shadow: ['旁听', '旁聽', 'shadow'],
  incident: ['事件', 'incident'],
};

const platforms: [RegExp, string][] = [
  [/^(?:微信|wechat|weixin|wx)/, 'wechat'],
  [/^(?:telegram|tg|电报|電報)/, 'telegram'],
  [/^(?:网页(?:聊天室)?|網頁(?:聊天室)?|(?:the )?web(?: rooms)?)/, 'web'],
  [/^(?:全部|所有|all)/, 'all'],
];

/** The channel that people call so, `all`, or null. */
export function readPlatform(text: string): string | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  return platforms.find(([pattern]) => said.replace(pattern, '').trim() === '' && pattern.test(said))?.[1] ?? null;
}

/**
 * What must follow the word of a verb where it does not stand alone: without it, the word begins a sentence of everyday talk, or
 * is a slip for another verb (恢复 for 回复).
 */
export const mustFollow: Partial<Record<StaffVerb, RegExp>> = {
  flat: /^[\s:,]*(?:对|對|是|是的|没错|沒錯|正确|正確|ok|yes|right|correct)[。.!~\s]*$|^[\s:,]*[\p{L}\d][\p{L}\d#\s–—-]{0,24}\d[\p{L}]{0,2}[。.!~\s]*$/u,
  // A code of people/join-code.ts: it has a figure in it, as no word of everyday talk has.
  join: /^[\s:,]*(?=[a-z -]*\d)[a-z0-9]{4}[ -]?[a-z0-9]{4}[。.!~\s]*$/,
  accounts: /^$/,
  quota: /^$/,
  stop: /^[\s:,]*(?:微信|wechat|weixin|wx|telegram|tg|电报|電報|网页|網頁|web|the web|全部|所有|all)[^,;?]{0,8}$/,
  resume: /^[\s:,]*(?:微信|wechat|weixin|wx|telegram|tg|电报|電報|网页|網頁|web|the web|全部|所有|all)[^,;?]{0,8}$/,
  login: /^$/,
  policy: policyFollows,
  help: helpFollows,
  ...dutyFollows,
  ratings: /^$/,
  channels: /^$/,
  find: findFollows,
  notice: noticeFollows,
  template: templateFollows,
  plan: planFollows,
  drill: drillFollows,
  publication: publicationFollows,
  care: careFollows,
  fees: feesFollows,
  questionnaire: questionnaireFollows,
  consultation: consultationFollows,
  activity: activityFollows,
  incident: incidentFollows,
  faq: faqFollows,
  held_back: heldBackFollows,
  less: lessFollows,
  tag: tagFollows,
  shadow: shadowFollows,
  source:
    /^[\s:]+(?:新增|添加|增加|规则|規則|映射|對應|停用|换密钥|換密鑰|換金鑰|add|rule|map|revoke|rotate)\s+[^\s?]+(?:\s(?!.*[?吗嗎]\s*$)[^]*)?$/u,
};

/** Written side by side, with commas between. */
const wordSet = (...rows: string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(',')));

/**
 * Words that may be followed by a space and words in the office's own talk, without a code and without a card replied to:
 * nobody begins a sentence to a colleague so, or what follows tells (a time, a name).
 */
export const bareWords: ReadonlySet<string> = wordSet(
  '接单,接單,办结,辦結,误报,誤報,不是工单,不是工單,重开,重開,重新打开,重新打開,承诺,承諾',
  '约,約,转交给,轉交給,转交,轉交,移交给,移交給,移交,转给,轉給,转,轉,合并',
  '合併,回复,答复,回覆,答覆,回復,答復,反问,反問,追问,追問,进展,進展,完成',
  '已完成,修好,已修好,详情,詳情,延后提醒,延後提醒',
);

/**
 * Of the words of a verb, those that say of themselves that they are spoken to the desk. Where neither a code nor a card tells
 * which ticket is meant, the others ("完成", "done") are asked about before anything is done.
 */
export const firmWords: ReadonlySet<string> = wordSet(
  '接单,接單,take,办结,辦結,误报,誤報,不是工单,不是工單,not a ticket,dismiss,重开,重開,重新打开',
  '重新打開,reopen,承诺,承諾,约,約,promise,合并,合併,merge,转交给,轉交給,转交,轉交',
  '移交给,移交給,移交,转给,轉給,转,轉,transfer,退回,decline,详情,詳情,查看,show',
);

/** Words that are commands with a slash only: what Telegram's own button sends, and its usual neighbour. */
export const slashWords: Partial<Record<StaffVerb, readonly string[]>> = { help: ['start', 'menu'] };

/**
 * English words that make everyday speech of a verb's word when they follow it: "take care", "ask him first". After a
 * colon, a code or a slash they mean nothing special.
 */
export const everydayFollowers: Partial<Record<string, readonly string[]>> = {
  take: ['care', 'it', 'a', 'an', 'the', 'your', 'my', 'this', 'that', 'me', 'out', 'off', 'photos', 'some'],
  answer: ['is', 'was', 'the', 'to', 'your', 'my'],
  reply: ['to', 'is', 'was', 'from', 'the'],
  ask: ['him', 'her', 'them', 'me', 'us', 'the', 'your', 'my', 'for', 'around', 'again', 'about', 'if', 'whether'],
  'follow up': [
    'with',
    'on',
    'later',
    'again',
    'soon',
    'tomorrow',
    'today',
    'the',
    'this',
    'that',
    'about',
    'by',
    'call',
  ],
  decline: ['to', 'the', 'in', 'of', 'it'],
  promise: ['you', 'to', 'is', 'we', 'i', 'me', 'that'],
  progress: ['is', 'was', 'has', 'on', 'so', 'will'],
  postpone: ['the', 'this', 'that', 'your', 'my', 'our', 'any'],
  pass: ['by', 'the', 'me', 'through', 'it', 'your', 'my', 'this', 'that'],
  transfer: ['the', 'is', 'it', 'your', 'my', 'money', 'of'],
  merge: ['the', 'is', 'it'],
  done: ['by', 'deal', 'in', 'before', 'yet', 'soon', 'at', 'on'],
  show: ['me', 'him', 'her', 'us', 'them', 'the', 'up', 'it', 'your', 'my'],
  log: ['in', 'into', 'out', 'off', 'on', 'the'],
  list: ['of', 'the', 'is'],
  help: ['is', 'me', 'us', 'him', 'her', 'them', 'will', 'with', 'the', 'to', 'please', 'yourself'],
  link: ['is', 'to', 'the', 'for', 'below'],
  role: ['of', 'is', 'model', 'in'],
  status: ['is', 'of', 'quo', 'was'],
  setup: ['is', 'the', 'of', 'was'],
};
