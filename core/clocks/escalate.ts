import { offerOf } from '../notices/plans/offer.ts';
import { CARE_LINE } from '../policy/limits.ts';
import { say } from '../outbox/say.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { oneOfMany } from '../tickets/incidents/rungs.ts';
import { lines } from '../text/layout.ts';
import { rungKey } from '../tickets/stand-down.ts';
import { cardMessage } from '../tickets/tell.ts';
import { viewOf, writeEvent } from '../tickets/ticket.ts';
import { addresseesOf, type Addressees } from './addressees.ts';
import { apologise } from './apologise.ts';
import type { DueOfTicket, Looked } from './look.ts';
import { rungToSpeak, type RungAtHand } from './rungs.ts';

/**
 * Speaks a rung that is not for the assignee (P6c, P5e): calls whoever is on duty to an emergency, tells supervisors and managers
 * that a limit has passed, or apologises to the requester. Who was told is put on record.
 */
export async function escalate(step: Step, deadline: DueOfTicket): Promise<Looked> {
  const at = await rungToSpeak(step, deadline);
  if ('looked' in at) return at.looked;
  const { tell } = at.rung;
  if (tell === 'requester') return apologise(step, deadline, at);
  const addressees = await addresseesOf(step, deadline, tell);
  // At night nobody else may be there; the rungs after this one speak to others.
  if (tell === 'next_on_duty' && addressees.persons.length === 0) return 'nobody else is on duty';
  const told = await speak(step, deadline, at, addressees);
  const { limit, name } = at;
  const data = { limit: limit.id, clause: limit.clause, rung: name, told: told.join('、') };
  await writeEvent(step, deadline.ticket.id, 'escalated', data);
  return told.length > 0 ? 'done' : 'nobody to tell';
}

/** Returns the names of whom it told. Who cannot be reached directly hears of it in the group. */
async function speak(
  step: Step,
  deadline: DueOfTicket,
  at: RungAtHand,
  { groups, persons }: Addressees,
): Promise<string[]> {
  const { ticket, community } = deadline;
  const texts = textsFor(community.locale);
  // Managers can start the emergency plan right from the alarm.
  const plan = at.rung.tell === 'manager' ? await offerOf(step, community, ticket) : null;
  const many = await oneOfMany(step, ticket, texts);
  const said = wordsOf(
    step,
    deadline,
    at,
    texts,
    persons.map(({ name }) => name),
  );
  const word = {
    ticketId: ticket.id,
    purpose: 'escalation' as const,
    urgent: ticket.urgency === 'emergency',
    content: {
      text: lines(said, many?.note, plan?.hint),
      choices: [
        [many?.take ?? { id: choiceIds.ticket('take', ticket.id), label: texts.verb('take') }],
        ...(plan ? [[plan.choice]] : []),
      ],
    },
  };
  const told: string[] = [];
  for (const { id, name } of at.rung.by === 'group' ? [] : persons)
    if (await sayToPerson(step, { ...word, personId: id, occasion: rungKey(deadline.id) })) told.push(name);
  for (const { id, title } of at.rung.by === 'direct' && told.length > 0 ? [] : groups) {
    const replyToExternalId = await cardMessage(step, ticket.id, id);
    await say(step, { ...word, conversationId: id, replyToExternalId, dedupeKey: `${rungKey(deadline.id)}:${id}` });
    step.rope.lane(id);
    told.push(title);
  }
  return told;
}

function wordsOf(step: Step, { ticket }: DueOfTicket, at: RungAtHand, texts: Texts, persons: string[]): string {
  const view = viewOf(ticket);
  const { kind, clause, dueAt, startedAt } = at.limit;
  const lateMs = step.now.getTime() - dueAt.getTime();
  if (ticket.urgency === 'emergency' && kind === 'first_response') {
    const waited = step.now.getTime() - startedAt.getTime();
    // Who is called by name is meant to go; whoever is only told of it need not be named.
    const called = at.rung.tell === 'on_duty' || at.rung.tell === 'next_on_duty' ? persons : [];
    return texts.emergencyAlarm(view, { called, waited: waited < MINUTE_MS ? null : texts.duration(waited) });
  }
  if (at.limit.line === CARE_LINE)
    return texts.careNobodyGoes(ticket.code, texts.duration(step.now.getTime() - startedAt.getTime()));
  return lateMs < 0
    ? texts.limitNear(view, { kind, clause }, texts.duration(-lateMs))
    : texts.escalation(view, { kind, clause }, texts.duration(lateMs));
}

const MINUTE_MS = 60_000;
