import type { Look } from '../../clocks/look.ts';
import { communityInForce, type CommunityInForce } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { holdFees, reachablePersons } from './list.ts';
import { shownMoney } from './money.ts';

/** So many households are reminded in one transaction. */
const SLICE = 50;
const NEXT_SLICE_MS = 100;

/**
 * Reminds the households of a list, each person directly and nobody in a group (P8i). Who has paid, and who was reminded at this time already, is
 * not reminded.
 */
export const lookAtFees: Look = async (step, { subjectId, communityId }) => {
  const { tx, now } = step;
  if (subjectId === null || communityId === null) return 'no list';
  const list = await holdFees(step, communityId, subjectId);
  if (!list || list.confirmedAt === null || list.remindAt === null || list.revokedAt !== null) return 'not wanted';
  const community = await communityInForce(tx, communityId, now);
  const morning = community.calendar.civil(now);
  if (morning > now) return { lookAgainAt: morning };
  const since = list.remindAt;
  const items = await tx.feeItem.findMany({
    where: {
      listId: list.id,
      paidAt: null,
      householdId: { not: null },
      OR: [{ remindedAt: null }, { remindedAt: { lt: since } }],
    },
    orderBy: { id: 'asc' },
    take: SLICE,
    include: { household: { select: { persons: reachablePersons } } },
  });
  for (const { household, ...item } of items) {
    const reached = await remind(step, community, { list, item, since, persons: household?.persons ?? [] });
    await tx.feeItem.update({ where: { id: item.id }, data: { remindedAt: now, reached }, select: { id: true } });
  }
  return items.length === SLICE ? { lookAgainAt: new Date(now.getTime() + NEXT_SLICE_MS) } : 'reminded';
};

/** Returns how many of the household were told. */
async function remind(
  step: Step,
  { locale }: CommunityInForce,
  about: {
    list: { title: string; paysFor: string; how: string };
    item: { id: string; flat: string; amount: number; dueOn: string | null };
    since: Date;
    persons: readonly { id: string; locale: string | null }[];
  },
): Promise<number> {
  const { list, item, since, persons } = about;
  let reached = 0;
  for (const person of persons) {
    const texts = textsFor(person.locale ?? locale);
    const { title, paysFor, how } = list;
    const told = await sayToPerson(step, {
      personId: person.id,
      purpose: 'notice',
      about: { subject: 'fees', id: item.id },
      content: {
        text: texts.feeReminder({
          title,
          paysFor,
          how,
          flat: item.flat,
          amount: shownMoney(item.amount),
          dueOn: item.dueOn,
        }),
        choices: [[{ id: choiceIds.about('fees', 'paid', item.id), label: texts.feePaidChoice() }]],
      },
      expiresAt: null,
      occasion: `fees:${item.id}:${since.getTime()}`,
    });
    if (told) reached += 1;
  }
  return reached;
}
