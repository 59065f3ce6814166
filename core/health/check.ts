import type { HealthFinding } from '../../prisma/generated/client.ts';
import { tendArchive } from '../archive/tend.ts';
import type { Look } from '../clocks/look.ts';
import { offerGreeting } from '../notices/care/offer-greeting.ts';
import { askForReview } from '../policy/review/ask.ts';
import { applyDueVersions } from '../policy/versions/apply-due.ts';
import { communityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import { lookAtAccounts } from './accounts.ts';
import { lookAtClocks } from './clocks.ts';
import { lookAtGroups } from './groups.ts';
import { lookAtQueues } from './queues.ts';
import { changeOf } from './rules.ts';
import type { Sight } from './sight.ts';
import { tellFindings } from './tell.ts';

/**
 * Looks whether the channels of a community work (P10b), puts on record what is wrong and what is so no more, tells both once, and
 * looks again after the policy's time. Whatever else a community wants to be seen to now and then is done at the same time. The deadline is held, so one look at a community runs at a time.
 */
export const checkHealth: Look = async (step, { communityId }, log) => {
  if (communityId === null) return 'no community';
  const community = await communityInForce(step.tx, communityId, step.now);
  const isNight = community.calendar.civil(step.now) > step.now;
  const sights = [
    ...(await lookAtGroups(step, community)),
    ...(await lookAtAccounts(step, community)),
    ...(await lookAtQueues(step, community)),
    ...(await lookAtClocks(step, community)),
  ];
  const known = await step.tx.healthFinding.findMany({
    where: { communityId, OR: [{ untilAt: null }, { toldAt: { not: null }, endToldAt: null }] },
    orderBy: { fromAt: 'desc' },
  });
  const began: HealthFinding[] = [];
  const over: HealthFinding[] = [];
  for (const sight of sights) {
    const about = known.filter(({ kind, subject }) => kind === sight.kind && subject === sight.subject);
    const open = about.find(({ untilAt }) => untilAt === null) ?? about[0] ?? null;
    const change = changeOf(sight.kind, open, sight.verdict, isNight);
    let finding = change.begins ? await begin(step, communityId, sight) : open;
    if (!finding) continue;
    if (change.ends) finding = await update(step, finding.id, { untilAt: step.now });
    if (change.tells) began.push(await update(step, finding.id, { toldAt: step.now }));
    if (change.tellsEnd) over.push(await update(step, finding.id, { endToldAt: step.now }));
    if (change.begins || change.ends) {
      const { id: findingId, kind } = finding;
      log.warn({ communityId, findingId, kind }, change.begins ? 'channel health: found' : 'channel health: over');
    }
  }
  await forgetUnseen(step, known, sights);
  await tellFindings(step, community, { began, over });
  // A version that took effect meanwhile counts for running tickets where it was approved so.
  await applyDueVersions(step, communityId);
  await tendArchive(step, community, log);
  await askForReview(step, community);
  await offerGreeting(step, community);
  return { lookAgainAt: new Date(step.now.getTime() + community.policy.health.every) };
};

function begin({ tx, now }: Step, communityId: string, { kind, subject, since, data }: Sight): Promise<HealthFinding> {
  return tx.healthFinding.create({ data: { communityId, kind, subject, data, fromAt: since < now ? since : now } });
}

function update(
  { tx }: Step,
  id: string,
  data: { toldAt?: Date; untilAt?: Date; endToldAt?: Date },
): Promise<HealthFinding> {
  return tx.healthFinding.update({ where: { id }, data });
}

/** What is not looked at any more (a group given up, silent in one that cannot be reached) is over, and nobody is told. */
async function forgetUnseen(
  { tx, now }: Step,
  known: readonly HealthFinding[],
  sights: readonly Sight[],
): Promise<void> {
  const unseen = known.filter(
    ({ kind, subject }) => !sights.some((sight) => sight.kind === kind && sight.subject === subject),
  );
  for (const { id, untilAt } of unseen) {
    await tx.healthFinding.update({
      where: { id },
      data: { untilAt: untilAt ?? now, endToldAt: now },
      select: { id: true },
    });
  }
}
