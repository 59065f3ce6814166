import type { Notice } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { locales } from '../../text/texts.ts';
import { draftNotice } from '../draft.ts';
import { placeIn } from './carry-out.ts';
import { planOnRecord, type PlanInForce } from './plan.ts';

const placeholder = /\{\s*([^{}\n]{1,20}?)\s*\}/g;
const isPlace = (name: string): boolean => /^(?:地点|地點|place)$/i.test(name);

/** What a plan still wants to be told, besides the place: the names in braces. */
export function missingIn(plan: PlanInForce, values: Readonly<Record<string, string>>): string[] {
  const names = Object.values(plan.texts).flatMap((text) =>
    [...text.matchAll(placeholder)].map(([, name = '']) => name),
  );
  return [...new Set(names)].filter((name) => !isPlace(name) && !values[name]);
}

/**
 * Prepares the notice of a plan (P8f): an emergency, in every language of the plan, that asks for 收到. Nobody hears of it before it is
 * confirmed. A drill is for the staff alone.
 *
 * @param start.values for the names in braces; see {@link missingIn}
 */
export async function draftFromPlan(
  step: Step,
  community: CommunityInForce,
  plan: PlanInForce,
  start: { buildings: string[]; values: Readonly<Record<string, string>>; isDrill: boolean },
  by: { personId: string; conversationId: string },
): Promise<Notice> {
  const { buildings, values, isDrill } = start;
  const fill = (text: string, locale: string): string =>
    text.replaceAll(placeholder, (whole, name: string) =>
      isPlace(name) ? placeIn(buildings, locale) : (values[name] ?? whole),
    );
  const own = plan.texts[community.locale] ?? Object.values(plan.texts)[0] ?? '';
  const others = locales.filter((locale) => locale !== community.locale && plan.texts[locale]);
  return draftNotice(
    step,
    community.id,
    {
      level: 'emergency',
      text: fill(own, community.locale),
      texts: Object.fromEntries(others.map((locale) => [locale, fill(plan.texts[locale] ?? '', locale)])),
      audience: { to: isDrill ? 'staff' : 'groups', buildings },
      asksReceipt: true,
      isDrill,
      planId: await planOnRecord(step, community, plan),
    },
    by,
  );
}
