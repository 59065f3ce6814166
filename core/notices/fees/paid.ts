import { say } from '../../outbox/say.ts';
import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { readOffice } from '../../people/duty/read-duty.ts';
import type { FlatLabels } from '../../people/flat-in-name.ts';
import { staffOrManagers } from '../../people/groups.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { dropReminders } from './list.ts';

/** What a household owes by a list that holds. */
export interface OwedItem {
  id: string;
  flat: string;
  paidAt: Date | null;
  list: { id: string; title: string; importedById: string | null };
}

/** Only whose household it is may speak of it; null for everybody else, and of a list that does not hold. */
export function itemOfPerson(
  { tx }: Step,
  communityId: string,
  itemId: string,
  personId: string,
): Promise<OwedItem | null> {
  return tx.feeItem.findFirst({
    where: {
      id: itemId,
      list: { communityId, confirmedAt: { not: null }, revokedAt: null },
      household: { persons: { some: { id: personId } } },
    },
    select: itemColumns,
  });
}

const itemColumns = {
  id: true,
  flat: true,
  paidAt: true,
  list: { select: { id: true, title: true, importedById: true } },
} as const;

/**
 * A resident says that the household has paid: customer service, and whoever imported the list, are told directly and look whether the money is
 * there. Where none of them can be told directly, the staff hear that somebody says so, without saying who (P8i). Said twice is told once.
 */
export async function saidPaid(step: Step, community: CommunityInForce, item: OwedItem): Promise<void> {
  const texts = textsFor(community.locale);
  const office = await readOffice(step.tx, community.id);
  const service = office.filter(({ roles }) => roles.includes('customer_service')).map(({ personId }) => personId);
  const whom = new Set([...service, ...(item.list.importedById ? [item.list.importedById] : [])]);
  let told = 0;
  for (const personId of whom) {
    const said = await sayToPerson(step, {
      personId,
      purpose: 'question',
      about: { subject: 'fees', id: item.id },
      content: {
        text: texts.feeSaidPaid(item.list.title, item.flat),
        choices: [[{ id: choiceIds.about('fees', 'settle', item.id), label: texts.feeSettleChoice() }]],
      },
      occasion: `fee-paid:${item.id}`,
    });
    if (said) told += 1;
  }
  if (told > 0) return;
  for (const group of await staffOrManagers(step.tx, community.id)) {
    const content = { text: texts.feeSomebodyPaid() };
    const dedupeKey = `fee-paid:${item.id}:${group.id}`;
    await say(step, { conversationId: group.id, purpose: 'note', content, dedupeKey });
    step.rope.lane(group.id);
  }
}

/** Staff have seen the money. Returns how many entries were marked: of one flat there may be several, in several lists. */
export async function markPaid(
  step: Step,
  communityId: string,
  what: { itemId: string } | { flat: FlatLabels },
  byId: string,
): Promise<number> {
  const { tx, now } = step;
  const named =
    'itemId' in what
      ? { id: what.itemId }
      : {
          flat: {
            equals: [what.flat.building, what.flat.unit, what.flat.room].filter(Boolean).join('-'),
            mode: 'insensitive' as const,
          },
        };
  const items = await tx.feeItem.findMany({
    where: { ...named, paidAt: null, list: { communityId, revokedAt: null } },
    select: { id: true },
  });
  const ids = items.map(({ id }) => id);
  const { count } = await tx.feeItem.updateMany({ where: { id: { in: ids }, paidAt: null }, data: { paidAt: now } });
  await dropReminders(step, ids);
  for (const id of ids) await audit(tx, { communityId, actorId: byId, action: 'mark_paid', subject: `fee:${id}` });
  return count;
}
