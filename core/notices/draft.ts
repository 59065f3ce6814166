import { fingerprintOf } from '../fingerprint.ts';
import type { Notice } from '../../prisma/generated/client.ts';
import type { NoticeLevel } from '../../prisma/generated/enums.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { nextNumber } from '../next-number.ts';
import { audienceSchema, type AudienceInput } from '../outbox/broadcast/audience.ts';
import type { Step } from '../step.ts';
import { dropSubjectDeadlines } from '../tickets/deadlines.ts';
import { holdNotice } from './notice.ts';
import type { Repeat } from './repeat.ts';

/** What a notice is to say, to whom and when. What is left out is as it is without it. */
export interface NoticeDraft {
  level: NoticeLevel;
  /** In the community's language. */
  text: string;
  /** The same in others, by locale. */
  texts?: Record<string, string>;
  attachmentIds?: string[];
  audience: AudienceInput;
  /** By default an emergency asks for 收到, anything else does not. */
  asksReceipt?: boolean;
  /** Null: when it is confirmed, or of a repeating one at its next time. */
  sendAt?: Date | null;
  repeat?: Repeat | null;
  effectiveAt?: Date | null;
  endsAt?: Date | null;
  isDrill?: boolean;
  templateId?: string | null;
  planId?: string | null;
  publicationId?: string | null;
}

/** Whatever goes out sooner after it was confirmed was wanted as soon as may be. */
const SOON_MS = 10 * 60_000;

/** Puts a draft on record under the next number. Nobody is told anything before it is confirmed. */
export async function draftNotice(
  step: Step,
  communityId: string,
  draft: NoticeDraft,
  by: { personId: string | null; conversationId: string | null },
): Promise<Notice> {
  const { level, text, texts = {}, attachmentIds = [], asksReceipt = level === 'emergency' } = draft;
  const { sendAt = null, effectiveAt = null, endsAt = null, isDrill = false } = draft;
  const { templateId = null, planId = null, publicationId = null } = draft;
  return step.tx.notice.create({
    data: {
      communityId,
      number: await nextNumber(step, communityId, 'notice'),
      level,
      text,
      texts,
      attachmentIds,
      audience: audienceSchema.parse(draft.audience),
      asksReceipt,
      sendAt,
      repeat: draft.repeat ?? Prisma.DbNull,
      effectiveAt,
      endsAt,
      isDrill,
      templateId,
      planId,
      publicationId,
      conversationId: by.conversationId,
      draftedById: by.personId,
      draftedAt: step.now,
    },
  });
}

/** Changes a draft as long as it is one. Returns null, and changes nothing, when it is not, or not there. */
export async function changeDraft(
  step: Step,
  communityId: string,
  id: string,
  change: Partial<NoticeDraft>,
): Promise<Notice | null> {
  const notice = await holdNotice(step, communityId, id);
  if (notice?.state !== 'draft') return null;
  const { audience, repeat, ...plain } = change;
  return step.tx.notice.update({
    where: { id },
    data: {
      ...plain,
      ...(audience === undefined ? {} : { audience: audienceSchema.parse(audience) }),
      ...(repeat === undefined ? {} : { repeat: repeat ?? Prisma.DbNull }),
    },
  });
}

/**
 * Makes a draft again of what waits for its time or for a second person: whoever changes it has it confirmed anew. A time that it only got
 * by being confirmed is forgotten. Returns whether it is a draft now.
 */
export async function reopenDraft(step: Step, communityId: string, id: string): Promise<boolean> {
  const notice = await holdNotice(step, communityId, id);
  if (notice?.state === 'draft') return true;
  if (notice?.state !== 'awaiting' && notice?.state !== 'scheduled') return false;
  const { sendAt, confirmedAt, repeat } = notice;
  const wasWanted = sendAt !== null && confirmedAt !== null && sendAt.getTime() - confirmedAt.getTime() > SOON_MS;
  await dropSubjectDeadlines(step, { kind: 'notice', subjectId: id }, 'changed');
  const unconfirmed = { confirmedById: null, confirmedAt: null, approvedById: null, approvedAt: null };
  const data = { ...unconfirmed, state: 'draft' as const, sendAt: wasWanted && repeat === null ? sendAt : null };
  await step.tx.notice.update({ where: { id }, data, select: { id: true } });
  return true;
}

/** Six letters that are others when anything that is said, or whom it is for, is different: nobody confirms what they have not seen. */
export function fingerprint(notice: Notice): string {
  const { level, text, texts, attachmentIds, audience, asksReceipt, sendAt, repeat, effectiveAt, endsAt } = notice;
  return fingerprintOf([level, text, texts, attachmentIds, audience, asksReceipt, sendAt, repeat, effectiveAt, endsAt]);
}
