import type { SimulationTexts } from './texts.ts';

const addressee: Record<Parameters<SimulationTexts['escalations']>[0], string> = {
  assignee: '負責人',
  on_duty: '值班人',
  next_on_duty: '下一位值班人',
  staff: '全體員工',
  supervisor: '監督員',
  manager: '經理',
  requester: '住戶',
};

const called = { reminders: '提醒', escalations: '升級', nightCalls: '夜間呼叫' };

export const simulation: SimulationTexts = {
  title: (community, from, to, tickets) =>
    `${community}：${from} 至 ${to} 收到的 ${tickets} 件案件，按兩套政策各算一遍`,
  none: (community, from, to) => `${community}：${from} 至 ${to} 沒有收到案件，沒有可以重算的。`,
  present: () => '現行政策',
  inTime: (clause) => `${clause} 準時`,
  taken: (clause) => `${clause} 用時（一半／九成以內）`,
  reminders: () => '提醒',
  escalations: (to) => `升級到${addressee[to]}`,
  apologies: () => '主動向住戶致歉',
  returned: () => '轉交沒人接，退回',
  followUps: (by) => (by === 'bot' ? '回訪：機器人' : '回訪：專人'),
  reopened: () => '重新開啟',
  nightCalls: () => '夜間呼叫',
  perPersonAndWeek: (what) => `每人每週${called[what]}（平均／最多）`,
  mostCalledAtNight: () => '夜間被叫最多的人',
  caveat: () =>
    '誰在什麼時候做了什麼，都按當時的紀錄；提醒變了人會不會變，沒有模擬。案件按最後的分類，人員和值班按現在的安排。',
};
