import type { Texts } from './texts.ts';
import { people } from './people/zh-tw.ts';
import { residents } from './residents/zh-tw.ts';
import { staff } from './staff/zh-tw.ts';
import { help } from './help/zh-tw.ts';
import { words } from './words/zh-tw.ts';
import { policy } from './policy/zh-tw.ts';
import { versions } from './versions/zh-tw.ts';
import { duty } from './duty/zh-tw.ts';
import { passing } from './passing/zh-tw.ts';
import { clocks } from './clocks/zh-tw.ts';
import { followUps } from './follow-ups/zh-tw.ts';
import { health } from './health/zh-tw.ts';
import { machines } from './machines/zh-tw.ts';
import { archive } from './archive/zh-tw.ts';
import { notices } from './notices/zh-tw.ts';
import { receipts } from './receipts/zh-tw.ts';
import { plans } from './plans/zh-tw.ts';
import { publications } from './publications/zh-tw.ts';
import { care } from './care/zh-tw.ts';
import { fees } from './fees/zh-tw.ts';
import { questionnaires } from './questionnaires/zh-tw.ts';
import { consultations } from './consultations/zh-tw.ts';
import { activities } from './activities/zh-tw.ts';
import { reasons } from './reasons/zh-tw.ts';
import { suggestions } from './suggestions/zh-tw.ts';
import { faq } from './faq/zh-tw.ts';
import { shadow } from './shadow/zh-tw.ts';
import { incidents } from './incidents/zh-tw.ts';
import { outages } from './outages/zh-tw.ts';
import { safety } from './safety/zh-tw.ts';
import { opinion } from './opinion/zh-tw.ts';
import { restraint } from './restraint/zh-tw.ts';

export const zhTw: Texts = {
  locale: 'zh-TW',
  ...words,
  ...residents,
  ...staff,
  ...help,
  ...people,
  ...policy,
  ...versions,
  ...duty,
  ...passing,
  ...clocks,
  ...followUps,
  ...health,
  ...machines,
  ...archive,
  ...notices,
  ...receipts,
  ...plans,
  ...publications,
  ...care,
  ...fees,
  ...questionnaires,
  ...consultations,
  ...activities,
  ...reasons,
  ...suggestions,
  ...faq,
  ...shadow,
  ...incidents,
  ...outages,
  ...safety,
  ...opinion,
  ...restraint,
};
