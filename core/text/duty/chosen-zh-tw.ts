import type { ChargeReason, PassedOverReason } from '../../tickets/charge.ts';
import { chosenIn } from './chosen.ts';

const reasons: Record<ChargeReason | 'incident' | 'left' | 'nobody', string | null> = {
  first_asked: '首問負責',
  grid: '網格負責人',
  grid_building: '樓棟網格負責人',
  grid_area: '這類事的負責人',
  on_duty: '當班',
  building: '負責這一棟',
  area: '職務相符',
  on_duty_any: '當班',
  deputy_for_role: '職務代理人',
  deputy: '代理人',
  customer_service: '改由客服',
  manager: '改由經理',
  anybody: '沒有職務相符的人',
  left: '原負責人已離職',
  incident: '同一事件',
  nobody: null,
};
const hindrances: Record<PassedOverReason, string> = { absent: '請假', full: '手上已滿' };

/** Why somebody was put in charge, as it follows their name; empty where that is not on record. */
export const chosenBecause = chosenIn({ reasons, hindrances, open: '（', close: '）', stop: '；', comma: '、' });
