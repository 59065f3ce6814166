import type { SimulationTexts } from './texts.ts';

const addressee: Record<Parameters<SimulationTexts['escalations']>[0], string> = {
  assignee: '责任人',
  on_duty: '值班人',
  next_on_duty: '下一位值班人',
  staff: '全体员工',
  supervisor: '监督员',
  manager: '经理',
  requester: '居民',
};

const called = { reminders: '提醒', escalations: '升级', nightCalls: '夜间呼叫' };

export const simulation: SimulationTexts = {
  title: (community, from, to, tickets) =>
    `${community}：${from} 至 ${to} 收到的 ${tickets} 件工单，按两套政策各算一遍`,
  none: (community, from, to) => `${community}：${from} 至 ${to} 没有收到工单，没有可以重算的。`,
  present: () => '现行政策',
  inTime: (clause) => `${clause} 按时`,
  taken: (clause) => `${clause} 用时（一半／九成以内）`,
  reminders: () => '提醒',
  escalations: (to) => `升级到${addressee[to]}`,
  apologies: () => '主动向居民致歉',
  returned: () => '转交没人接，退回',
  followUps: (by) => (by === 'bot' ? '回访：机器人' : '回访：专人'),
  reopened: () => '重新打开',
  nightCalls: () => '夜间呼叫',
  perPersonAndWeek: (what) => `每人每周${called[what]}（平均／最多）`,
  mostCalledAtNight: () => '夜间被叫最多的人',
  caveat: () =>
    '谁在什么时候做了什么，都按当时的记录；提醒变了人会不会变，没有模拟。工单按最后的分类，人员和值班按现在的安排。',
};
