import type { Choice } from '../channel/outgoing.ts';
import { say } from '../outbox/say.ts';
import { standInFor } from '../people/duty/addressees.ts';
import { staffOrManagers } from '../people/groups.ts';
import { sayToPerson } from '../people/reach.ts';
import { isContractor } from '../people/roles.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { oneOfMany, type OneOfMany } from '../tickets/incidents/rungs.ts';
import { lines } from '../text/layout.ts';
import { cardMessage } from '../tickets/tell.ts';
import { viewOf, writeEvent } from '../tickets/ticket.ts';
import type { DueOfTicket, Looked } from './look.ts';
import { IN_A_DIGEST, mayRemindFrom, REMINDED, remindersBeside } from './reminders-together.ts';
import { rungToSpeak, type RungAtHand } from './rungs.ts';

interface Reminder {
  deadline: DueOfTicket;
  at: RungAtHand;
}

/** Who stands in while the person in charge is away, and whether that person is in no group of the office. */
interface Around {
  standIn: string | null;
  isOutside: boolean;
}

/**
 * Reminds whoever is in charge (P6c), in the group under the card, directly, or both, as the rung wants it; and who stands in
 * for them while they are away. One person is reminded of several tickets at most once in `reminders.spacing`, and what falls
 * into that time comes together, from `reminders.digestFrom` tickets on as one list (P9a); but a reminder never comes later than
 * the limit it is about.
 */
export async function remind(step: Step, deadline: DueOfTicket): Promise<Looked> {
  const at = await rungToSpeak(step, deadline);
  if ('looked' in at) return at.looked;
  const { ticket, community } = deadline;
  const personId = ticket.assigneeId;
  const own = { deadline, at };
  if (personId === null) {
    await sayReminder(step, own, { standIn: null, isOutside: false });
    return REMINDED;
  }
  const from = community.calendar.civil(await mayRemindFrom(step, deadline, personId));
  if (from > step.now && from < at.limit.dueAt) return { lookAgainAt: from };
  const standIn = await standInFor(step, community, personId, step.now);
  const around = { standIn, isOutside: await isOutside(step, personId) };
  const together = [own, ...(await besides(step, deadline, personId))];
  const isDigest = together.length >= community.policy.reminders.digestFrom;
  if (isDigest) await sayDigest(step, together, around);
  else for (const reminder of together) await sayReminder(step, reminder, around);
  const outcome = isDigest ? IN_A_DIGEST : REMINDED;
  for (const { deadline: other } of together.slice(1)) await settle(step, other.id, outcome);
  return outcome;
}

/** What is due for the same person besides; what is not to be spoken any more is settled on the way. */
async function besides(step: Step, deadline: DueOfTicket, personId: string): Promise<Reminder[]> {
  const found: Reminder[] = [];
  // Whose reminders nobody holds are not gathered.
  if (deadline.personId !== personId) return found;
  for (const other of await remindersBeside(step, deadline, personId)) {
    const at = await rungToSpeak(step, other);
    // Of reports of one incident that come together, one is enough.
    const isSaid = [deadline, ...found.map((one) => one.deadline)].some((said) => isOneMatter(said, other));
    if (isSaid && !('looked' in at)) await settle(step, other.id, 'spoken for its incident');
    else if (!('looked' in at)) found.push({ deadline: other, at });
    else if (typeof at.looked === 'string') await settle(step, other.id, at.looked);
  }
  return found;
}

const isOneMatter = ({ ticket: a }: DueOfTicket, { ticket: b }: DueOfTicket): boolean =>
  a.incidentId !== null && a.incidentId === b.incidentId && a.urgency !== 'emergency' && b.urgency !== 'emergency';

async function settle(step: Step, id: string, outcome: string): Promise<void> {
  await step.tx.deadline.update({ where: { id }, data: { settledAt: step.now, outcome }, select: { id: true } });
}

const leftOf = (step: Step, { at }: Reminder, texts: Texts): string =>
  texts.duration(at.limit.dueAt.getTime() - step.now.getTime());

/** Worth nothing any more once the limit has passed: then the escalation speaks. */
const purpose = 'reminder' as const;

async function sayReminder(step: Step, reminder: Reminder, around: Around): Promise<void> {
  const { deadline, at } = reminder;
  const { ticket, community } = deadline;
  const texts = textsFor(community.locale);
  const { kind, clause, dueAt } = at.limit;
  const many = await oneOfMany(step, ticket, texts);
  const said = texts.reminder(viewOf(ticket), { kind, clause }, leftOf(step, reminder, texts));
  const content = { text: lines(said, many?.note), choices: [buttons(texts, deadline, many)] };
  const word = { ticketId: ticket.id, purpose, content, expiresAt: dueAt };
  let told = false;
  for (const personId of directlyTo(ticket.assigneeId, at.rung.by !== 'group', around))
    if (await sayToPerson(step, { ...word, personId, occasion: `remind:${deadline.id}` })) told = true;
  if (at.rung.by !== 'direct' || !told) {
    for (const { id } of await staffOrManagers(step.tx, community.id)) {
      const replyToExternalId = many ? await many.cardIn(id) : await cardMessage(step, ticket.id, id);
      await say(step, { ...word, conversationId: id, replyToExternalId, dedupeKey: `remind:${deadline.id}:${id}` });
      step.rope.lane(id);
    }
  }
  await noteReminded(step, reminder);
}

/** Taking it is offered where nobody has, of an incident taking all of it; putting the reminder off, always. */
function buttons(texts: Texts, { ticket }: DueOfTicket, many: OneOfMany | null): Choice[] {
  const choice = (verb: 'take' | 'postpone'): Choice => ({
    id: choiceIds.ticket(verb, ticket.id),
    label: texts.verb(verb),
  });
  return [...(ticket.status === 'open' ? [many?.take ?? choice('take')] : []), choice('postpone')];
}

async function sayDigest(step: Step, together: Reminder[], around: Around): Promise<void> {
  const [first] = together;
  if (!first) return;
  const { community, ticket, id } = first.deadline;
  const texts = textsFor(community.locale);
  const soonest = together.toSorted((a, b) => a.at.limit.dueAt.getTime() - b.at.limit.dueAt.getTime());
  const lines = soonest.map((one) => ({
    ticket: viewOf(one.deadline.ticket),
    kind: one.at.limit.kind,
    left: leftOf(step, one, texts),
  }));
  const content = { text: texts.reminderDigest(ticket.assignee?.name ?? '', lines) };
  const expiresAt = soonest.at(-1)?.at.limit.dueAt ?? null;
  const word = { ticketId: null, purpose, content, expiresAt };
  const isDirect = together.some(({ at }) => at.rung.by !== 'group');
  const isInGroup = together.some(({ at }) => at.rung.by !== 'direct');
  let told = false;
  for (const personId of directlyTo(ticket.assigneeId, isDirect, around))
    if (await sayToPerson(step, { ...word, personId, occasion: `digest:${id}` })) told = true;
  for (const group of isInGroup || !told ? await staffOrManagers(step.tx, community.id) : []) {
    await say(step, { ...word, conversationId: group.id, dedupeKey: `digest:${id}:${group.id}` });
    step.rope.lane(group.id);
  }
  for (const reminder of together) await noteReminded(step, reminder);
}

/**
 * Whoever stands in hears of it even where the rung speaks in the group only, and so does a contractor in charge, who would not hear
 * it there.
 */
const directlyTo = (assigneeId: string | null, isDirect: boolean, { standIn, isOutside }: Around): string[] =>
  [isDirect || isOutside ? assigneeId : null, standIn].filter((id) => id !== null);

async function isOutside({ tx }: Step, personId: string): Promise<boolean> {
  const grants = await tx.roleGrant.findMany({ where: { personId, revokedAt: null }, select: { role: true } });
  return isContractor(grants.map(({ role }) => role));
}

async function noteReminded(step: Step, { deadline, at }: Reminder): Promise<void> {
  const { id, clause } = at.limit;
  await writeEvent(step, deadline.ticket.id, 'reminded', { limit: id, clause, rung: at.name });
}
