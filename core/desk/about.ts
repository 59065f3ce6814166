import type { Subject } from '../../prisma/generated/enums.ts';
import type { AboutDesk } from './about-desk.ts';
import { activityDesk } from './activities/desk.ts';
import { careDesk } from './care/desk.ts';
import { consultationDesk } from './consultations/desk.ts';
import { faqDesk } from './faq/desk.ts';
import { feesDesk } from './fees/desk.ts';
import { noticeDesk } from './notices/desk.ts';
import { planDesk } from './plans/desk.ts';
import { publicationDesk } from './publications/desk.ts';
import { incidentDesk } from './incidents/desk.ts';
import { shadowDesk } from './shadow/desk.ts';
import { questionnaireDesk } from './questionnaires/desk.ts';

/** Who at the desk is spoken to about what. */
export const aboutDesks: Record<Subject, AboutDesk> = {
  notice: noticeDesk,
  plan: planDesk,
  publication: publicationDesk,
  care: careDesk,
  fees: feesDesk,
  questionnaire: questionnaireDesk,
  consultation: consultationDesk,
  activity: activityDesk,
  faq: faqDesk,
  shadow: shadowDesk,
  incident: incidentDesk,
};
