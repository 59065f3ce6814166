import type { EventSender } from '../channel/event.ts';
import { outgoingContentSchema } from '../channel/outgoing.ts';
import { say } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { KnownView } from '../text/people/texts.ts';
import type { Texts } from '../text/texts.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { tellStaff } from '../tickets/tell.ts';
import { audit } from './audit.ts';
import type { CommunityInForce } from './communities.ts';
import { staffOrManagers } from './groups.ts';
import type { Speaker } from './identify.ts';
import { mergePersons } from './merge.ts';
import { isManager } from './roles.ts';

/** More than so many candidates help nobody to choose. */
const CANDIDATES_AT_MOST = 3;

const questionKey = (personId: string): string => `same-person:${personId}`;
const answerKey = (personId: string): string => `same-person-answer:${personId}`;

/**
 * Somebody writes from an account that nobody knows, and the platform's side has reason to think that it may be one of these:
 * the staff are asked, once for each new person. Until they answer, and when they do not, it is somebody new.
 */
export async function askWhoItIs(
  step: Step,
  community: CommunityInForce,
  channel: string,
  speaker: Speaker,
  sender: EventSender,
): Promise<void> {
  if (!sender.mayBe || sender.mayBe.length === 0) return;
  const { personId } = speaker;
  // This is looked at with every word of theirs: by whole keys, which every database finds by index.
  const groups = await staffOrManagers(step.tx, community.id);
  const asked = { dedupeKey: { in: groups.map(({ id }) => `${questionKey(personId)}:${id}`) } };
  if (await step.tx.outboxMessage.findFirst({ where: asked, select: { id: true } })) return;
  const candidates = await candidatesOf(step, community.id, channel, sender.mayBe);
  // Known by now as one of them: nothing to ask.
  if (candidates.length === 0 || candidates.some(({ id }) => id === personId)) return;
  const views = (texts: Texts): KnownView[] => candidates.map((one) => viewOf(one, texts, step, community));
  await tellStaff(step, community, {
    ticketId: null,
    purpose: 'question',
    occasion: questionKey(personId),
    text: (texts) => texts.samePerson(channel, sender.name, views(texts)),
    choices: (texts) => {
      const none = { id: choiceIds.samePerson(null, personId), label: texts.samePersonNo(candidates.length) };
      const yes = views(texts).map((view, index) => ({
        id: choiceIds.samePerson(candidates[index]?.id ?? null, personId),
        label: texts.samePersonYes(candidates.length > 1 ? view : null),
      }));
      return candidates.length > 1 ? [...yes, none].map((choice) => [choice]) : [[...yes, none]];
    },
  });
}

/**
 * Staff say who it is; `candidateId` is null for somebody new. The first answer counts. Nobody answers for themselves, and only a
 * manager says of a manager who else they are: such answers are refused, and it is logged.
 */
export async function settleWhoItIs(
  step: Step,
  community: CommunityInForce,
  answer: { personId: string; candidateId: string | null; by: Speaker },
): Promise<void> {
  const { personId, candidateId, by } = answer;
  const { tx } = step;
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const questions = await tx.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: `${questionKey(personId)}:` }, conversation: { communityId: community.id } },
    select: { id: true, conversationId: true, content: true },
  });
  const settled = { dedupeKey: { startsWith: `${answerKey(personId)}:` } };
  if (questions.length === 0 || (await tx.outboxMessage.findFirst({ where: settled, select: { id: true } }))) return;
  const involved = await tx.person.findMany({
    where: { id: { in: [personId, ...(candidateId === null ? [] : [candidateId])] }, communityId: community.id },
    select: { id: true, name: true, roles: { where: { revokedAt: null }, select: { role: true } } },
  });
  const candidate = involved.find(({ id }) => id === candidateId) ?? null;
  if (candidateId !== null && !candidate) return;
  const roles = candidate === null ? [] : involved.flatMap((one) => one.roles.map(({ role }) => role));
  if (by.personId === personId || (isManager(roles) && !isManager(by.roles))) {
    const subject = `person:${personId}`;
    await audit(tx, { communityId: community.id, actorId: by.personId, action: 'refuse_merge', subject });
    return;
  }
  if (candidate) {
    const merge = { fromId: personId, intoId: candidate.id, by: by.personId, why: 'staff_said' as const };
    // One of them is somebody else's by now: what was asked is no question any more.
    if (!(await mergePersons(step, merge))) return;
  }
  const texts = textsFor(community.locale);
  const brief = texts.samePersonSettled(by.name, candidate?.name ?? null);
  for (const { id, conversationId, content } of questions) {
    const { text: asked } = outgoingContentSchema.parse(content);
    await say(step, {
      conversationId,
      purpose: 'question',
      content: { text: `${asked}\n\n${brief}`, brief },
      replacesId: id,
      dedupeKey: `${answerKey(personId)}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
}

interface Candidate {
  id: string;
  name: string;
  createdAt: Date;
  household: { unit: string; room: string; building: { label: string } } | null;
  _count: { requested: number };
}

/** Those known in this community, each once, in the order in which the platform's side named them. */
async function candidatesOf(
  step: Step,
  communityId: string,
  channel: string,
  externalIds: readonly string[],
): Promise<Candidate[]> {
  const identities = await step.tx.identity.findMany({
    where: { communityId, channel, externalId: { in: [...externalIds] } },
    select: {
      externalId: true,
      person: {
        select: {
          id: true,
          name: true,
          createdAt: true,
          household: { select: { unit: true, room: true, building: { select: { label: true } } } },
          _count: { select: { requested: true } },
        },
      },
    },
  });
  const inOrder = externalIds.flatMap((id) => identities.find(({ externalId }) => externalId === id)?.person ?? []);
  const once = inOrder.filter((one, index) => inOrder.findIndex(({ id }) => id === one.id) === index);
  return once.slice(0, CANDIDATES_AT_MOST);
}

function viewOf(one: Candidate, texts: Texts, step: Step, { timeZone }: CommunityInForce): KnownView {
  const { household } = one;
  const place = household && {
    building: household.building.label,
    unit: household.unit || null,
    room: household.room,
    spot: null,
  };
  return {
    name: one.name,
    flat: place && texts.place(place, 'full'),
    since: texts.when(one.createdAt, step.now, timeZone),
    tickets: one._count.requested,
  };
}
