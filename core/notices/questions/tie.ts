import type { Notice } from '../../../prisma/generated/client.ts';
import type { Kind } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { noticesKnownTo, type KnownWhere } from '../known-to.ts';
import { askedUntil, isAbout } from './about-notice.ts';

/** Who asks, what and where. */
export interface Asking extends KnownWhere {
  kind: Kind;
  text: string;
}

/**
 * The notice that a question or a complaint is about (P8c): the one that it replies to, or one that was told there, or to the asker's
 * building, and says what is asked about. Null where it is about none, and for matters of other kinds.
 */
export async function noticeAskedAbout(step: Step, asking: Asking): Promise<string | null> {
  const { kind, text, repliesTo } = asking;
  if (kind !== 'inquiry' && kind !== 'complaint') return null;
  const notices = await noticesKnownTo(step, asking);
  const replied = notices.find(({ id }) => id === repliesTo);
  // A reply is about the notice however old it is, as long as that holds.
  if (replied && (replied.state === 'live' || isAsked(replied, step.now))) return replied.id;
  return notices.find((notice) => isAsked(notice, step.now) && isAbout(text, notice.text))?.id ?? null;
}

function isAsked(notice: Notice, now: Date): boolean {
  const until = askedUntil(notice);
  return until !== null && now <= until;
}
