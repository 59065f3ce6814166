import type { Step } from '../step.ts';

/** How long ago a photo may have been sent to be meant by a notice that asks for it. */
const RECENT_MS = 10 * 60_000;

/** What somebody sent to a conversation lately, in its order: on platforms where a photo carries no words, it comes before them. */
export async function recentPictures(
  { tx, now }: Step,
  { conversationId, personId }: { conversationId: string; personId: string },
): Promise<string[]> {
  const rows = await tx.attachment.findMany({
    where: { message: { conversationId, personId, sentAt: { gte: new Date(now.getTime() - RECENT_MS) } } },
    orderBy: [{ message: { sentAt: 'asc' } }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The same pictures with the others of their albums: the words of an album come with its first picture, before the rest of it. */
export async function wholeAlbums({ tx }: Step, attachmentIds: readonly string[]): Promise<string[]> {
  if (attachmentIds.length === 0) return [];
  const messages = await tx.message.findMany({
    where: { albumKey: { not: null }, attachments: { some: { id: { in: [...attachmentIds] } } } },
    select: { conversationId: true, albumKey: true },
  });
  if (messages.length === 0) return [...attachmentIds];
  const rows = await tx.attachment.findMany({
    where: { OR: messages.map((message) => ({ message })) },
    orderBy: [{ message: { sentAt: 'asc' } }, { id: 'asc' }],
    select: { id: true },
  });
  return [...new Set([...attachmentIds, ...rows.map(({ id }) => id)])];
}
