import type { ChargeReason, PassedOverReason } from '../../tickets/charge.ts';
import { chosenIn } from './chosen.ts';

const reasons: Record<ChargeReason | 'incident' | 'left' | 'nobody', string | null> = {
  first_asked: '首问负责',
  grid: '网格负责人',
  grid_building: '楼栋网格负责人',
  grid_area: '这类事的负责人',
  on_duty: '当班',
  building: '负责这一栋',
  area: '岗位对口',
  on_duty_any: '当班',
  deputy_for_role: '岗位代理人',
  deputy: '代理人',
  customer_service: '转由客服',
  manager: '转由经理',
  anybody: '没有对口的人',
  left: '原负责人已离岗',
  incident: '同一事件',
  nobody: null,
};
const hindrances: Record<PassedOverReason, string> = { absent: '请假', full: '手上已满' };

/** Why somebody was put in charge, as it follows their name; empty where that is not on record. */
export const chosenBecause = chosenIn({ reasons, hindrances, open: '（', close: '）', stop: '；', comma: '、' });
