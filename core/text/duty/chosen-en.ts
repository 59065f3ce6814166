import type { ChargeReason, PassedOverReason } from '../../tickets/charge.ts';
import { chosenIn } from './chosen.ts';

const reasons: Record<ChargeReason | 'incident' | 'left' | 'nobody', string | null> = {
  first_asked: 'was asked first',
  grid: 'named for this building and topic',
  grid_building: 'named for this building',
  grid_area: 'named for this topic',
  on_duty: 'on duty',
  building: 'has the role for this building',
  area: 'has the role',
  on_duty_any: 'on duty',
  deputy_for_role: 'deputy for the role',
  deputy: 'standing deputy',
  customer_service: 'customer service',
  manager: 'manager',
  anybody: 'nobody has the role',
  left: 'who was in charge has left',
  incident: 'one incident',
  nobody: null,
};
const hindrances: Record<PassedOverReason, string> = { absent: 'away', full: 'hands full' };

/** Why somebody was put in charge, as it follows their name; empty where that is not on record. */
export const chosenBecause = chosenIn({ reasons, hindrances, open: ' (', close: ')', stop: '; ', comma: ', ' });
