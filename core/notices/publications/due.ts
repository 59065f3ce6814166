import type { Publication } from '../../../prisma/generated/client.ts';
import type { Look } from '../../clocks/look.ts';
import { say } from '../../outbox/say.ts';
import { communityInForce, type CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { publicationsOf, holdPublication } from './publication.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * What is to be published is called to mind before, and on the day itself, to the managers; once it is overdue the supervisors hear of it, too, and
 * again every week until it is published (P8d). Nobody is disturbed at night.
 */
export const lookAtPublication: Look = async (step, { subjectId, rung }) => {
  const publication = subjectId ? await holdPublication(step, subjectId) : null;
  if (!publication || publication.revokedAt !== null) return 'revoked';
  const community = await communityInForce(step.tx, publication.communityId, step.now);
  const morning = community.calendar.civil(step.now);
  if (morning > step.now) return { lookAgainAt: morning };
  const texts = textsFor(community.locale);
  const { title, nextDueAt } = publication;
  const all = await publicationsOf(step, community.id);
  const number = all.findIndex(({ id }) => id === publication.id) + 1;
  const when = texts.when(nextDueAt, step.now, community.timeZone);
  if (rung === 'remind') {
    await tellManagers(step, community, publication, rung, texts.publicationSoon(number, title, when));
    return 'reminded';
  }
  if (rung === 'due') {
    await tellManagers(step, community, publication, rung, texts.publicationDue(number, title));
    return 'told that it is due';
  }
  const late = texts.duration(step.now.getTime() - nextDueAt.getTime());
  const week = Math.floor((step.now.getTime() - nextDueAt.getTime()) / WEEK_MS);
  const text = texts.publicationOverdue(number, title, when, late);
  await tellManagers(step, community, publication, `overdue-${week}`, text);
  await tellSupervisors(step, community, publication, `overdue-${week}`, text);
  return { lookAgainAt: new Date(step.now.getTime() + WEEK_MS) };
};

const occasionOf = ({ id, nextDueAt }: Publication, what: string): string =>
  `publication:${id}:${nextDueAt.getTime()}:${what}`;

async function tellManagers(
  step: Step,
  community: CommunityInForce,
  publication: Publication,
  what: string,
  text: string,
): Promise<void> {
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      about: { subject: 'publication', id: publication.id },
      purpose: 'reminder',
      content: { text },
      dedupeKey: `${occasionOf(publication, what)}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

async function tellSupervisors(
  step: Step,
  community: CommunityInForce,
  publication: Publication,
  what: string,
  text: string,
): Promise<void> {
  const supervisors = await step.tx.roleGrant.findMany({
    where: { communityId: community.id, role: 'supervisor', revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  for (const { personId } of supervisors) {
    await sayToPerson(step, {
      personId,
      purpose: 'escalation',
      about: { subject: 'publication', id: publication.id },
      content: { text },
      occasion: occasionOf(publication, what),
    });
  }
}
