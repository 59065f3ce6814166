import { handleActivity } from './activities/command.ts';
import { handleCare } from './care/command.ts';
import { handleConsultation } from './consultations/command.ts';
import { handleFaq } from './faq/command.ts';
import { handleFees } from './fees/command.ts';
import { handleNotice } from './notices/command.ts';
import { handleTag } from './notices/tag.ts';
import { handleTemplate } from './notices/template.ts';
import { handlePlan } from './plans/command.ts';
import { handleDrill } from './plans/drill.ts';
import { handlePublication } from './publications/command.ts';
import { handleQuestionnaire } from './questionnaires/command.ts';
import { handleHeldBack } from './restraint/held-back.ts';
import { handleIncident } from './incidents/command.ts';
import { handleShadow } from './shadow/command.ts';
import { handleLess } from './restraint/less.ts';
import type { Scene } from './scene.ts';
import type { TellingVerb } from './verb.ts';

const handlers: Record<TellingVerb, (scene: Scene, rest: string) => Promise<void>> = {
  notice: handleNotice,
  template: handleTemplate,
  plan: handlePlan,
  drill: handleDrill,
  publication: handlePublication,
  care: handleCare,
  fees: handleFees,
  questionnaire: handleQuestionnaire,
  consultation: handleConsultation,
  activity: handleActivity,
  faq: handleFaq,
  held_back: handleHeldBack,
  less: handleLess,
  tag: handleTag,
  shadow: handleShadow,
  incident: handleIncident,
};

/** Telling residents, asking them, and what of that is held back (P7, P8, P9). */
export const handleTellingVerb = (scene: Scene, verb: TellingVerb, rest: string): Promise<void> =>
  handlers[verb](scene, rest);
