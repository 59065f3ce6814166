import type { Texts } from './texts.ts';
import { people } from './people/zh-cn.ts';
import { residents } from './residents/zh-cn.ts';
import { staff } from './staff/zh-cn.ts';
import { help } from './help/zh-cn.ts';
import { words } from './words/zh-cn.ts';
import { policy } from './policy/zh-cn.ts';
import { versions } from './versions/zh-cn.ts';
import { duty } from './duty/zh-cn.ts';
import { passing } from './passing/zh-cn.ts';
import { clocks } from './clocks/zh-cn.ts';
import { followUps } from './follow-ups/zh-cn.ts';
import { health } from './health/zh-cn.ts';
import { machines } from './machines/zh-cn.ts';
import { archive } from './archive/zh-cn.ts';
import { notices } from './notices/zh-cn.ts';
import { receipts } from './receipts/zh-cn.ts';
import { plans } from './plans/zh-cn.ts';
import { publications } from './publications/zh-cn.ts';
import { care } from './care/zh-cn.ts';
import { fees } from './fees/zh-cn.ts';
import { questionnaires } from './questionnaires/zh-cn.ts';
import { consultations } from './consultations/zh-cn.ts';
import { activities } from './activities/zh-cn.ts';
import { reasons } from './reasons/zh-cn.ts';
import { suggestions } from './suggestions/zh-cn.ts';
import { faq } from './faq/zh-cn.ts';
import { shadow } from './shadow/zh-cn.ts';
import { incidents } from './incidents/zh-cn.ts';
import { outages } from './outages/zh-cn.ts';
import { safety } from './safety/zh-cn.ts';
import { opinion } from './opinion/zh-cn.ts';
import { restraint } from './restraint/zh-cn.ts';

export const zhCn: Texts = {
  locale: 'zh-CN',
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
