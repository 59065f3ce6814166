import type { Notice } from '../../../prisma/generated/client.ts';
import { outgoingContentSchema, type Choice } from '../../channel/outgoing.ts';
import { contentsOf } from '../../notices/contents.ts';
import { fingerprint } from '../../notices/draft.ts';
import { aboutNotice, audienceOf, repeatOf } from '../../notices/notice.ts';
import { timingOf } from '../../notices/timing.ts';
import { numberedChoices } from '../../outbox/numbered.ts';
import type { Audience } from '../../outbox/broadcast/audience.ts';
import { reachOf, type Reach } from '../../outbox/broadcast/reach.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { buildingLabels } from '../../people/flat.ts';
import type { Step } from '../../step.ts';
import type { NoticePreview } from '../../text/notices/texts.ts';
import { personalDataIn } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import type { Scene } from '../scene.ts';

/** Platforms whose groups show choices as numbered words. */
const withoutButtons: ReadonlySet<string> = new Set(['wechat']);

/** Everything that a manager has to see before a notice is told. */
export async function previewOf(step: Step, community: CommunityInForce, notice: Notice): Promise<NoticePreview> {
  const texts = textsFor(community.locale);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const repeat = repeatOf(notice);
  const timing = timingOf({ ...notice, repeat }, community, step.now);
  const reach = await reachOf(step.tx, community, audienceOf(notice));
  const { [community.locale]: own, ...others } = contentsOf(notice, community);
  const numbered = own?.choices && reach.groups.some(({ channel }) => withoutButtons.has(channel));
  const { leadTime, secondPersonFor } = community.policy.notices;
  return {
    number: notice.number,
    shown: own?.text ?? notice.text,
    others: Object.values(others).map(({ text }) => text),
    audience: audienceOf(notice),
    groups: reach.groups.map(({ title }) => title),
    households: reach.households,
    direct: reach.direct,
    unreachable: reach.unreachable,
    at: timing.at > step.now ? when(timing.at) : null,
    quietFrom: timing.quietFrom && when(timing.quietFrom),
    repeat,
    numbered: numbered ? numberedChoices(own.choices ?? []).lines : null,
    secrets: [...new Set(personalDataIn(notice.text).map(({ text }) => text))],
    leadMissing:
      timing.leadMissing === null ? null : { by: texts.duration(timing.leadMissing), wanted: texts.duration(leadTime) },
    uncovered: uncoveredBy(audienceOf(notice), reach, await buildingLabels(step.tx, community.id)),
    needsSecond: !notice.isDrill && secondPersonFor.includes(notice.level),
    lacksSecond: (await managersOf(step, community.id)) < 2,
    isLate: timing.isLate,
  };
}

/** Buildings whose residents are told in groups, and that have none: neither of their own, nor one for all. */
function uncoveredBy(
  { to, buildings, tags, reportersOf }: Audience,
  { groups }: Pick<Reach, 'groups'>,
  known: readonly string[],
): string[] {
  const isNarrowed = tags.length + reportersOf.length > 0;
  if (to !== 'groups' || isNarrowed || groups.length === 0) return [];
  if (groups.some((group) => group.buildings.length === 0)) return [];
  const covered = new Set(groups.flatMap((group) => group.buildings.map((label) => label.toUpperCase())));
  return (buildings.length > 0 ? buildings : known).filter((label) => !covered.has(label.toUpperCase()));
}

async function managersOf({ tx }: Step, communityId: string): Promise<number> {
  const where = { communityId, role: 'manager' as const, revokedAt: null };
  return (await tx.roleGrant.findMany({ where, distinct: ['personId'], select: { personId: true } })).length;
}

/** Shows a draft exactly as it will be told, with everything that speaks for or against it; earlier previews do not count any more. */
export async function showPreview(
  scene: Pick<Scene, 'step' | 'community' | 'conversation' | 'message'>,
  notice: Notice,
): Promise<void> {
  const { step, community, conversation, message } = scene;
  const preview = await previewOf(step, community, notice);
  const texts = textsFor(community.locale);
  await retirePreviews(step, notice, texts.noticePreviewOld(notice.number));
  const choice = (action: string, label: string): Choice => ({
    id: choiceIds.about('notice', action, notice.id),
    label,
  });
  const canGo = preview.groups.length + preview.direct > 0 && !preview.isLate;
  await say(step, {
    conversationId: conversation.id,
    about: aboutNotice(notice),
    purpose: 'answer',
    content: {
      text: texts.noticePreview(preview),
      choices: [
        [
          ...(canGo ? [choice(`ok.${fingerprint(notice)}`, texts.noticeConfirm())] : []),
          choice('time', texts.noticeChangeTime()),
          choice('no', texts.noticeDiscard()),
        ],
      ],
      ...(notice.attachmentIds.length > 0 ? { attachmentIds: notice.attachmentIds } : {}),
    },
    replyToExternalId: message.externalId,
    dedupeKey: `${previewKey(notice)}${message.id}`,
  });
  step.rope.lane(conversation.id);
}

/** By which what was brought before a second manager is found again. */
export const secondKey = ({ id }: Notice): string => `notice-second:${id}:`;
const previewKey = ({ id }: Notice): string => `notice-preview:${id}:`;

/**
 * Takes the choices away from previews that no longer count, where words can be changed.
 *
 * @param text what then stands there instead; null: the same words, because they are what was decided about
 */
export async function retirePreviews(step: Step, notice: Notice, text: string | null): Promise<void> {
  const shown = await step.tx.outboxMessage.findMany({
    where: {
      subjectId: notice.id,
      OR: [previewKey, secondKey].map((keyOf) => ({ dedupeKey: { startsWith: keyOf(notice) } })),
    },
    select: { id: true, conversationId: true, content: true },
  });
  for (const { id, conversationId, content } of shown) {
    await say(step, {
      conversationId,
      about: aboutNotice(notice),
      purpose: 'answer',
      content: { text: text ?? outgoingContentSchema.parse(content).text },
      replacesId: id,
      dedupeKey: `notice-preview-over:${id}`,
    });
    step.rope.lane(conversationId);
  }
}
