import type { Step } from '../../step.ts';
import { audit } from '../audit.ts';
import type { CommunityInForce } from '../communities.ts';
import { readOffice, readRoster } from './read-duty.ts';
import { carriesTickets } from './responsible.ts';
import { dutyBetween, isManned, type MannedStretch } from './roster.ts';

const DAY_MS = 24 * 3_600_000;

/** Puts it on record that somebody would like a colleague to take their shift, for another one or for nothing. */
export async function askSwap(
  step: Step,
  communityId: string,
  ask: { fromId: string; toId: string; give: MannedStretch; take: MannedStretch | null },
): Promise<{ id: string }> {
  const { fromId, toId, give, take } = ask;
  const exchange = { forShiftId: take?.shiftId ?? null, forDay: take?.day ?? null };
  const data = { shiftId: give.shiftId, day: give.day, ...exchange, fromId, toId, askedAt: step.now };
  const swap = await step.tx.dutySwap.create({ data, select: { id: true } });
  await audit(step.tx, {
    communityId,
    actorId: fromId,
    action: 'ask_swap',
    subject: `swap:${swap.id}`,
    data: { toId },
  });
  return swap;
}

export interface SwapView {
  from: { personId: string; name: string };
  to: { personId: string; name: string };
  give: MannedStretch;
  take: MannedStretch | null;
}

/** `lapsed`: a shift has begun, or the roster is not as it was. `none`: there is nothing to answer, or not for them. */
export type SwapAnswered = { kind: 'agreed' | 'refused'; swap: SwapView } | { kind: 'lapsed' } | { kind: 'none' };

/**
 * The colleague answers, and nobody else can (换班 needs the consent of both). Once they agree, each takes the other's shift on that
 * day. The first answer counts; from the instant at which one of the shifts begins there is none any more.
 */
export async function answerSwap(
  step: Step,
  community: CommunityInForce,
  answer: { swapId: string; by: string; yes: boolean },
): Promise<SwapAnswered> {
  const { tx } = step;
  // The roster does not change while this is looked at: two swaps of one shift come one after the other.
  await tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${community.id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.dutySwap.findUnique({
    where: { id: answer.swapId },
    include: {
      shift: { select: { communityId: true } },
      from: { select: { name: true } },
      to: { select: { name: true } },
    },
  });
  if (!row || row.shift.communityId !== community.id || row.answeredAt) return { kind: 'none' };
  const entry = { communityId: community.id, actorId: answer.by, subject: `swap:${row.id}` };
  if (row.toId !== answer.by) {
    await audit(tx, { ...entry, action: 'refuse_swap_answer' });
    return { kind: 'none' };
  }
  const give = await stillTheirs(step, community, { shiftId: row.shiftId, day: row.day, personId: row.fromId });
  const take =
    row.forShiftId === null || row.forDay === null
      ? null
      : await stillTheirs(step, community, { shiftId: row.forShiftId, day: row.forDay, personId: row.toId });
  if (!give || (row.forShiftId !== null && !take)) {
    await settle(step, row.id, false);
    return { kind: 'lapsed' };
  }
  await settle(step, row.id, answer.yes);
  await audit(tx, { ...entry, action: answer.yes ? 'agree_swap' : 'decline_swap' });
  if (answer.yes) {
    await hand(step, row.id, give, row.toId);
    if (take) await hand(step, row.id, take, row.fromId);
  }
  const swap = {
    from: { personId: row.fromId, name: row.from.name },
    to: { personId: row.toId, name: row.to.name },
    give,
    take,
  };
  return { kind: answer.yes ? 'agreed' : 'refused', swap };
}

async function settle(step: Step, id: string, agreed: boolean): Promise<void> {
  await step.tx.dutySwap.update({ where: { id }, data: { answeredAt: step.now, agreed }, select: { id: true } });
}

/** The shift, if it has not begun, and is for this person to do, who still works here. */
async function stillTheirs(
  step: Step,
  community: CommunityInForce,
  { shiftId, day, personId }: { shiftId: string; day: string; personId: string },
): Promise<MannedStretch | null> {
  const around = new Date(`${day}T00:00:00Z`);
  const [from, until] = [new Date(around.getTime() - DAY_MS), new Date(around.getTime() + 2 * DAY_MS)];
  const roster = await readRoster(step.tx, community, from, until);
  const office = await readOffice(step.tx, community.id);
  const works = office.some((one) => one.personId === personId && carriesTickets(one.roles));
  const stretch = dutyBetween(roster, from, until, community.timeZone)
    .filter(isManned)
    .find((one) => one.shiftId === shiftId && one.day === day && one.personId === personId);
  return works && stretch && stretch.from > step.now ? stretch : null;
}

async function hand(step: Step, swapId: string, { shiftId, day }: MannedStretch, personId: string): Promise<void> {
  const data = { personId, swapId, createdAt: step.now };
  await step.tx.dutyChange.upsert({
    where: { shiftId_day: { shiftId, day } },
    create: { shiftId, day, ...data },
    update: data,
    select: { id: true },
  });
}
