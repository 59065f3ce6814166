import { spotFor } from '../layout.ts';
import type { Texts } from '../texts.ts';
import { spokenDuration, wallWords } from '../wall-words.ts';

const kinds: Record<Parameters<Texts['kind']>[0], string> = {
  repair: '報修',
  complaint: '申訴',
  suggestion: '建議',
  inquiry: '詢問',
  praise: '表揚',
};

const areas: Record<Parameters<Texts['area']>[0], string> = {
  facilities: '公共設施',
  environment: '環境清潔',
  security: '安全秩序',
  parking: '停車',
  neighbours: '鄰里',
  fees: '費用',
  service: '服務',
  community: '社區活動',
  other: '其他',
};

const urgencies: Record<Parameters<Texts['urgency']>[0], string> = {
  normal: '一般',
  high: '優先',
  emergency: '緊急',
};

const statuses: Record<Parameters<Texts['status']>[0], string> = {
  open: '待接單',
  accepted: '處理中',
  waiting: '等住戶回覆',
  done: '已完成，待確認',
  closed: '已結案',
  merged: '已合併',
  dismissed: '不列工單',
};

const roles: Record<Parameters<Texts['role']>[0], string> = {
  resident: '住戶',
  customer_service: '客服',
  maintenance: '維修',
  security: '保全',
  cleaning: '清潔',
  greening: '園藝',
  manager: '物業經理',
  supervisor: '監督小組',
  committee: '管委會',
  contractor: '外包廠商',
};

const origins: Record<Parameters<Texts['origin']>[0], string> = {
  group: '住戶群組',
  direct: '私訊',
  phone: '電話',
  suggestion_box: '意見箱',
  meeting: '座談會',
  patrol: '巡查',
  web: '網頁',
  machine: '設備',
};

const verbs: Record<Parameters<Texts['verb']>[0], string> = {
  take: '接單',
  answer: '回覆',
  ask: '追問',
  promise: '承諾',
  progress: '進展',
  pass: '轉交',
  merge: '合併',
  dismiss: '誤報',
  done: '完成',
  reopen: '重開',
  show: '詳情',
  log: '登記',
  list: '待辦',
  help: '幫助',
  setup: '設定',
  link: '連結',
  role: '角色',
  status: '進度',
  flat: '房號',
  join: '綁定',
  accounts: '帳號',
  quota: '額度',
  stop: '停發',
  resume: '恢復',
  login: '登入碼',
  decline: '退回',
  postpone: '延後提醒',
  follow_up: '回訪',
  policy: '服務標準',
  duty: '值班',
  swap: '換班',
  leave: '請假',
  grid: '網格',
  deputy: '代理人',
  capacity: '接單上限',
  ratings: '評價',
  channels: '通道',
  source: '設備',
  adopt: '採納',
  turn_down: '不採納',
  notice: '通知',
  template: '範本',
  plan: '預案',
  drill: '演練',
  publication: '公示',
  care: '關懷',
  fees: '繳費',
  questionnaire: '問卷',
  consultation: '表決',
  activity: '活動',
  faq: '知識庫',
  held_back: '未發',
  less: '少發',
  shadow: '旁聽',
  incident: '事件',
  tag: '標籤',
  find: '搜尋',
};

const failures: Record<string, string> = {
  unreachable: '已聯絡不上對方（可能停用帳號或封鎖了機器人）',
  not_a_member: '機器人不在群組裡，或沒有發言權限',
  must_wait: '平台要求稍後再傳',
  upgraded: '群組換了新的編號',
  logged_out: '機器人帳號已登出，需要管理員重新登入',
  platform_down: '平台暫時沒有回應',
  refused: '平台拒收這則訊息',
  expired: '已過時效，沒有再傳',
  left: '機器人已不在這個群組裡',
};

export const words = {
  kind: (kind) => kinds[kind],
  area: (area) => areas[area],
  urgency: (urgency) => urgencies[urgency],
  status: (status) => statuses[status],
  role: (role) => roles[role],
  origin: (origin) => origins[origin],
  verb: (verb) => verbs[verb],
  failure: (kind) => failures[kind] ?? '原因不明，請查看執行紀錄',

  place(place, detail) {
    const room = /^\d+$/.test(place.room ?? '') ? `${place.room}室` : place.room;
    const flat = [
      place.building && `${place.building}棟`,
      place.unit && `${place.unit}單元`,
      detail === 'full' && room,
    ];
    return [flat.filter(Boolean).join(''), spotFor(place, detail)].filter(Boolean).join(' · ');
  },

  when(at, now, timeZone) {
    const { day, month, dayOfMonth, otherYear, clock } = wallWords(at, now, timeZone);
    if (day) return `${{ yesterday: '昨天', today: '今天', tomorrow: '明天' }[day]} ${clock}`;
    return `${otherYear === null ? '' : `${otherYear}年`}${month}月${dayOfMonth}日 ${clock}`;
  },

  duration(ms) {
    const { days, hours, minutes } = spokenDuration(ms);
    const parts = [days && `${days} 天`, hours && `${hours} 小時`, minutes && `${minutes} 分鐘`];
    return parts.filter(Boolean).join(' ') || '不到 1 分鐘';
  },
} satisfies Partial<Texts>;
