import type { Choice } from '../../channel/outgoing.ts';
import { dangerIn } from '../../intake/danger/danger.ts';
import { normalise } from '../../intake/normalise.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { planForDanger } from './kinds.ts';
import { planTitle } from './plan.ts';

/** So that the choice fits where platforms keep little room for it. */
const shortLabel = /^[\w-]{1,12}$/;

/**
 * What the managers are offered beside the alarm of an emergency where a plan fits its danger: to prepare the notice of that plan, for the building
 * that was named (P8f). Nothing is started by itself. Null where no plan fits.
 */
export async function offerOf(
  { tx }: Pick<Step, 'tx'>,
  community: CommunityInForce,
  ticket: Pick<Ticket, 'code' | 'urgency' | 'building' | 'summary' | 'firstMessageId'>,
): Promise<{ hint: string; choice: Choice } | null> {
  if (ticket.urgency !== 'emergency') return null;
  const first = ticket.firstMessageId
    ? await tx.message.findUnique({ where: { id: ticket.firstMessageId }, select: { text: true } })
    : null;
  const danger = dangerIn({ text: normalise(first?.text ?? '') }) ?? dangerIn({ text: normalise(ticket.summary) });
  const kind = danger && planForDanger(danger);
  if (!kind) return null;
  const texts = textsFor(community.locale);
  const name = planTitle(kind, community.locale);
  const building = ticket.building && shortLabel.test(ticket.building) ? `-${ticket.building}` : '';
  const id = choiceIds.about('plan', `s-${kind}${building}`, community.id);
  return { hint: texts.planHint(ticket.code, name), choice: { id, label: texts.planHintChoice(name) } };
}
