import { z } from 'zod';
import type { Notice } from '../../prisma/generated/client.ts';
import { audienceSchema, type Audience } from '../outbox/broadcast/audience.ts';
import type { Step } from '../step.ts';
import { repeatSchema, type Repeat } from './repeat.ts';

const textsSchema = z.record(z.string(), z.string());

/** The text of a notice in other languages than the community's, by locale. */
export const textsOfNotice = ({ texts }: Pick<Notice, 'texts'>): Record<string, string> => textsSchema.parse(texts);
/** Whom it is for. A drill is for the staff alone, whatever was written (P8f). */
export function audienceOf({ audience, isDrill }: Pick<Notice, 'audience' | 'isDrill'>): Audience {
  const { to, persons, ...named } = audienceSchema.parse(audience);
  return isDrill ? { ...named, to: 'staff' } : { ...named, to, ...(persons ? { persons } : {}) };
}
export const repeatOf = ({ repeat }: Pick<Notice, 'repeat'>): Repeat | null =>
  repeat === null ? null : repeatSchema.parse(repeat);

/** What a word about a notice carries, so that a reply to it, or a press, comes to the notice. */
export const aboutNotice = ({ id }: Pick<Notice, 'id'>): { subject: 'notice'; id: string } => ({
  subject: 'notice',
  id,
});

/** The notice, held until the transaction ends; null when this community has none such. */
export async function holdNotice({ tx }: Step, communityId: string, id: string): Promise<Notice | null> {
  await tx.$queryRaw`SELECT 1 FROM "Notice" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.notice.findFirst({ where: { id, communityId } });
}

/** The notice that managers call by this number. */
export const noticeByNumber = ({ tx }: Step, communityId: string, number: number): Promise<Notice | null> =>
  tx.notice.findUnique({ where: { communityId_number: { communityId, number } } });
