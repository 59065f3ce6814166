import { spotFor } from '../layout.ts';
import type { Texts } from '../texts.ts';
import { spokenDuration, wallWords } from '../wall-words.ts';

const kinds: Record<Parameters<Texts['kind']>[0], string> = {
  repair: '报修',
  complaint: '投诉',
  suggestion: '建议',
  inquiry: '咨询',
  praise: '表扬',
};

const areas: Record<Parameters<Texts['area']>[0], string> = {
  facilities: '设施设备',
  environment: '环境卫生',
  security: '安全秩序',
  parking: '停车',
  neighbours: '邻里',
  fees: '费用',
  service: '服务',
  community: '社区活动',
  other: '其他',
};

const urgencies: Record<Parameters<Texts['urgency']>[0], string> = {
  normal: '一般',
  high: '加急',
  emergency: '紧急',
};

const statuses: Record<Parameters<Texts['status']>[0], string> = {
  open: '待接单',
  accepted: '处理中',
  waiting: '等居民回复',
  done: '已办结，待确认',
  closed: '已关闭',
  merged: '已合并',
  dismissed: '不作工单',
};

const roles: Record<Parameters<Texts['role']>[0], string> = {
  resident: '居民',
  customer_service: '客服',
  maintenance: '维修',
  security: '安保',
  cleaning: '保洁',
  greening: '绿化',
  manager: '物业经理',
  supervisor: '监督小组',
  committee: '业委会',
  contractor: '外包单位',
};

const origins: Record<Parameters<Texts['origin']>[0], string> = {
  group: '居民群',
  direct: '私聊',
  phone: '电话',
  suggestion_box: '意见箱',
  meeting: '座谈会',
  patrol: '巡查',
  web: '网页',
  machine: '设备',
};

const verbs: Record<Parameters<Texts['verb']>[0], string> = {
  take: '接单',
  answer: '回复',
  ask: '反问',
  promise: '承诺',
  progress: '进展',
  pass: '转交',
  merge: '合并',
  dismiss: '误报',
  done: '办结',
  reopen: '重开',
  show: '详情',
  log: '登记',
  list: '待办',
  help: '帮助',
  setup: '设置',
  link: '关联',
  role: '角色',
  status: '进度',
  flat: '房号',
  join: '绑定',
  accounts: '账号',
  quota: '额度',
  stop: '停发',
  resume: '恢复',
  login: '登录码',
  decline: '退回',
  postpone: '延后提醒',
  follow_up: '回访',
  policy: '服务标准',
  duty: '值班',
  swap: '换班',
  leave: '请假',
  grid: '网格',
  deputy: '代理人',
  capacity: '接单上限',
  ratings: '评价',
  channels: '通道',
  source: '设备',
  find: '查找',
  adopt: '采纳',
  turn_down: '不采纳',
  notice: '通知',
  template: '模板',
  plan: '预案',
  drill: '演练',
  publication: '公示',
  care: '关怀',
  fees: '缴费',
  questionnaire: '问卷',
  consultation: '表决',
  activity: '活动',
  faq: '知识库',
  held_back: '未发',
  less: '少发',
  shadow: '旁听',
  incident: '事件',
  tag: '标签',
};

const failures: Record<string, string> = {
  unreachable: '对方已联系不上（可能停用或屏蔽了机器人）',
  not_a_member: '机器人不在群里，或没有发言权限',
  must_wait: '平台要求稍后再发',
  upgraded: '群换了新的编号',
  logged_out: '机器人账号已掉线，需要管理员重新登录',
  platform_down: '平台暂时没有响应',
  refused: '平台拒收这条消息',
  expired: '已过时效，没有再发',
  left: '机器人已不在这个群里',
};

export const words = {
  kind: (kind) => kinds[kind],
  area: (area) => areas[area],
  urgency: (urgency) => urgencies[urgency],
  status: (status) => statuses[status],
  role: (role) => roles[role],
  origin: (origin) => origins[origin],
  verb: (verb) => verbs[verb],
  failure: (kind) => failures[kind] ?? '原因不明，请查看运行日志',

  place(place, detail) {
    const flat = [
      place.building && `${place.building}栋`,
      place.unit && `${place.unit}单元`,
      detail === 'full' && place.room,
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
    const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分钟`];
    return parts.filter(Boolean).join(' ') || '不到 1 分钟';
  },
} satisfies Partial<Texts>;
