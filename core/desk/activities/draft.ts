import { activityView, audienceOf, holdActivity, type ActivityAtHand } from '../../activities/activity.ts';
import { announcementIn } from '../../activities/announce.ts';
import { cancelActivity } from '../../activities/cancel.ts';
import { momentsOf, openActivity } from '../../activities/open.ts';
import { newId } from '../../new-id.ts';
import { nextNumber } from '../../next-number.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import { audienceSchema } from '../../outbox/broadcast/audience.ts';
import type { ActivityMistake } from '../../text/activities/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Choosing, type Scene } from '../scene.ts';
import { readDraft, type ActivityDraft } from './read-draft.ts';

type Deed = Pick<Scene, 'step' | 'community' | 'conversation' | 'speaker' | 'message'>;

/** Somebody of the office writes an activity: it is put on record as a draft, and shown as it will be said (P8h). */
export async function draftActivity(scene: Deed, text: string): Promise<void> {
  const { step, community, conversation, speaker, message } = scene;
  const read = readDraft(text, step.now, community.timeZone);
  if (read.kind !== 'draft') {
    await tellMistakes(scene, read.kind === 'mistakes' ? read.mistakes : [{ kind: 'no_time' }]);
    return;
  }
  const row = await step.tx.activity.create({
    data: {
      ...columnsOf(read.draft),
      id: newId(),
      communityId: community.id,
      number: await nextNumber(step, community.id, 'activity'),
      attachmentIds: message.attachments.map(({ id }) => id),
      conversationId: conversation.id,
      draftedById: speaker?.personId ?? null,
      draftedAt: step.now,
    },
    include: { signUps: true },
  });
  await showDraft(scene, row);
}

/** A reply to the preview changes the draft, and has it shown anew. Returns whether there was anything in it for the draft. */
export async function changeDraft(scene: Deed, id: string, text: string): Promise<boolean> {
  const { step, community, message } = scene;
  const draft = await holdActivity(step, id);
  if (!draft || draft.communityId !== community.id || draft.state !== 'draft') return false;
  const attachmentIds = message.attachments.map((one) => one.id);
  const read = readDraft(text, step.now, community.timeZone, { ...draft, audience: audienceOf(draft) });
  if (read.kind === 'mistakes') {
    await tellMistakes(scene, read.mistakes);
    return true;
  }
  if (read.kind === 'none' && attachmentIds.length === 0) return false;
  const changed = await step.tx.activity.update({
    where: { id },
    data: {
      ...(read.kind === 'draft' ? columnsOf(read.draft) : {}),
      ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
    },
    include: { signUps: true },
  });
  await showDraft(scene, changed);
  return true;
}

/** Announces a draft, and says where. */
export async function confirmDraft(choosing: Choosing, id: string): Promise<void> {
  const { step, community, speaker } = choosing;
  const texts = textsOf(choosing);
  const opened = await openActivity(step, community, { id, by: speaker.personId });
  if (opened.kind === 'unknown') return;
  const { activity } = opened;
  const view = activityView(activity, texts, step.now, community.timeZone);
  if (opened.kind === 'passed') return tellMistakes(choosing, [{ kind: 'time_passed' }]);
  const text =
    opened.kind === 'open' ? texts.activityOpened(activity.number, opened.groups) : texts.activityNotNow(view);
  await replyTo(choosing, 'activity-opened', { text }, null, { subject: 'activity', id });
}

export async function discardDraft(choosing: Choosing, id: string): Promise<void> {
  const { step, community, speaker } = choosing;
  const draft = await holdActivity(step, id);
  if (!draft || draft.communityId !== community.id) return;
  const texts = textsOf(choosing);
  const isDraft = draft.state === 'draft';
  if (isDraft) await cancelActivity(step, community, { id, reason: '', by: speaker.personId });
  const view = activityView(draft, texts, step.now, community.timeZone);
  const text = isDraft ? texts.activityDiscarded(draft.number) : texts.activityNotNow(view);
  await replyTo(choosing, 'activity-discarded', { text });
}

async function showDraft(scene: Deed, draft: ActivityAtHand): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const { groups, households, unknown } = await reachOf(step.tx, community, audienceOf(draft));
  const { remindAt, thankAt } = momentsOf(draft, community.policy.activities, step.now);
  const when = (at: Date): string => texts.when(at, step.now, community.timeZone);
  const text = texts.activityPreview({
    number: draft.number,
    announcement: announcementIn(draft, textsFor(community.locale), step.now, community.timeZone),
    groups: groups.map(({ title }) => title),
    households,
    unknown,
    thankAt: when(thankAt),
    remindAt: remindAt && when(remindAt),
  });
  const choice = (action: string, label: string) => ({ id: choiceIds.about('activity', action, draft.id), label });
  const choices = [[choice('confirm', texts.activityConfirm()), choice('discard', texts.activityDiscard())]];
  const files = draft.attachmentIds.length > 0 ? { attachmentIds: draft.attachmentIds } : {};
  await replyTo(scene, 'activity-preview', { text, choices, ...files }, null, { subject: 'activity', id: draft.id });
}

const columnsOf = ({ audience, ...draft }: ActivityDraft) => ({ ...draft, audience: audienceSchema.parse(audience) });

function tellMistakes(scene: Deed, mistakes: ActivityMistake[]): Promise<void> {
  return replyTo(scene, 'activity-mistakes', { text: textsOf(scene).activityMistakes(mistakes) });
}
