import type { Notice } from '../../../prisma/generated/client.ts';
import type { Kind } from '../../../prisma/generated/enums.ts';
import type { ConversationAtHand } from '../../people/conversation.ts';
import type { Step } from '../../step.ts';
import { audienceOf } from '../notice.ts';
import { askedUntil, isAbout } from './about-notice.ts';

/** Who asks, what and where. */
export interface Asking {
  communityId: string;
  kind: Kind;
  conversation: ConversationAtHand;
  /** The building of the flat on record; null where none is. */
  building: string | null;
  text: string;
  /** The notice whose words they reply to. */
  repliesTo: string | null;
}

/** Of several notices only the latest are compared. */
const NOTICES_AT_MOST = 20;

/**
 * The notice that a question or a complaint is about (P8c): the one that it replies to, or one that was told there, or to the asker's
 * building, and says what is asked about. Null where it is about none, and for matters of other kinds.
 */
export async function noticeAskedAbout(step: Step, asking: Asking): Promise<string | null> {
  const { communityId, kind, text, repliesTo } = asking;
  if (kind !== 'inquiry' && kind !== 'complaint') return null;
  const notices = await step.tx.notice.findMany({
    where: { communityId, state: { in: ['live', 'ended'] }, isDrill: false },
    orderBy: { liveAt: 'desc' },
    take: NOTICES_AT_MOST,
  });
  const replied = notices.find(({ id }) => id === repliesTo);
  // A reply is about the notice however old it is, as long as that holds.
  if (replied && (replied.state === 'live' || isAsked(replied, step.now))) return replied.id;
  const alike = notices.filter((notice) => isAsked(notice, step.now) && isAbout(text, notice.text));
  for (const notice of alike) if (await concerns(step, notice, asking)) return notice.id;
  return null;
}

function isAsked(notice: Notice, now: Date): boolean {
  const until = askedUntil(notice);
  return until !== null && now <= until;
}

/** It was told in this group, or is for the buildings of whoever asks directly. */
async function concerns(step: Step, notice: Notice, { conversation, building }: Asking): Promise<boolean> {
  if (conversation.kind === 'group') {
    const broadcast = { subject: 'notice' as const, subjectId: notice.id, occasion: 'announce' };
    const told = await step.tx.broadcastTarget.count({ where: { conversationId: conversation.id, broadcast } });
    return told > 0;
  }
  const { to, buildings } = audienceOf(notice);
  if (to === 'staff') return false;
  const label = building?.toUpperCase() ?? null;
  return buildings.length === 0 || buildings.some((one) => one.toUpperCase() === label);
}
