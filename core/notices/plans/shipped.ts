import type { Role } from '../../../prisma/generated/enums.ts';
import { textsFor } from '../../text/texts-for.ts';
import { locales, type Locale } from '../../text/texts.ts';
import type { PlanKind } from './kinds.ts';
import type { EmergencyNumbers } from './numbers.ts';

/** Who is called in each kind of emergency, in turn; their steps and words are in `core/text/plans`. */
const calls: Record<PlanKind, readonly Role[]> = {
  fire: ['security', 'maintenance', 'manager'],
  gas: ['security', 'maintenance', 'manager'],
  lift: ['maintenance', 'security', 'manager'],
  flood: ['maintenance', 'security', 'cleaning', 'manager'],
  power: ['maintenance', 'security', 'manager'],
  water: ['maintenance', 'customer_service', 'manager'],
  storm: ['security', 'maintenance', 'greening', 'manager'],
  crime: ['security', 'manager'],
};

/** A plan, whether shipped or the estate's own: what is told, what staff do, and who is called. */
export interface Plan {
  /** One of the shipped kinds, or a name of the estate's own. */
  kind: string;
  /** By locale; {…} in them is asked for when the plan is used. */
  texts: Record<string, string>;
  steps: string[];
  calls: readonly Role[];
}

/** The plan that is shipped for a kind, with the numbers of the country in it. Steps are in the community's language. */
export function shippedPlan(kind: PlanKind, locale: string, numbers: EmergencyNumbers): Plan {
  const texts = Object.fromEntries(
    locales.map((one): [Locale, string] => [one, textsFor(one).planNotice(kind, numbers)]),
  );
  return { kind, texts, steps: [...textsFor(locale).planSteps(kind, numbers)], calls: calls[kind] };
}
