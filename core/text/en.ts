import { people } from './people/en.ts';
import { residents } from './residents/en.ts';
import { staff } from './staff/en.ts';
import { help } from './help/en.ts';
import { words } from './words/en.ts';
import type { Texts } from './texts.ts';
import { policy } from './policy/en.ts';
import { versions } from './versions/en.ts';
import { duty } from './duty/en.ts';
import { passing } from './passing/en.ts';
import { clocks } from './clocks/en.ts';
import { followUps } from './follow-ups/en.ts';
import { health } from './health/en.ts';
import { machines } from './machines/en.ts';
import { archive } from './archive/en.ts';
import { notices } from './notices/en.ts';
import { receipts } from './receipts/en.ts';
import { plans } from './plans/en.ts';
import { publications } from './publications/en.ts';
import { care } from './care/en.ts';
import { fees } from './fees/en.ts';
import { questionnaires } from './questionnaires/en.ts';
import { consultations } from './consultations/en.ts';
import { activities } from './activities/en.ts';
import { reasons } from './reasons/en.ts';
import { suggestions } from './suggestions/en.ts';
import { faq } from './faq/en.ts';
import { shadow } from './shadow/en.ts';
import { incidents } from './incidents/en.ts';
import { outages } from './outages/en.ts';
import { safety } from './safety/en.ts';
import { opinion } from './opinion/en.ts';
import { restraint } from './restraint/en.ts';

export const en: Texts = {
  locale: 'en',
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
