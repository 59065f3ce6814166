import { z } from 'zod';
import { contentsSchema } from '../../outbox/broadcast/contents.ts';
import { say, type About } from '../../outbox/say.ts';
import { localeOf, type Choosing } from '../scene.ts';

const toldRows = z.array(z.object({ id: z.string(), contents: contentsSchema }));
const HOUR_MS = 3_600_000;

/**
 * Somebody wants to read the whole of what a digest told in a line (P9a): it is said there, as a reply, in their language where it is there.
 * What was corrected or taken back since is shown as it stands now. In a group it is said once in an hour, however many ask.
 */
export async function showWhole(choosing: Choosing, about: About): Promise<void> {
  const { step, community, conversation, message } = choosing;
  const rows = await step.tx.$queryRaw`
    SELECT b.id, b.contents FROM "BroadcastTarget" t JOIN "Broadcast" b ON b.id = t."broadcastId"
    WHERE t."conversationId" = ${conversation.id}::uuid AND b."subjectId" = ${about.id}::uuid
      AND (t.state = 'merged' OR (b."changesId" IS NOT NULL AND t.state IN ('queued', 'sent')))
    ORDER BY b."createdAt" DESC LIMIT 1`;
  const [told] = toldRows.parse(rows);
  const now = told?.contents[localeOf(choosing)] ?? told?.contents[community.locale];
  // Here it takes the place of no earlier word: what was taken back is said to be so.
  const content = now?.recall === true ? { text: now.text } : now;
  if (!told || !content || content.text === '') return;
  await say(step, {
    conversationId: conversation.id,
    about,
    purpose: 'answer',
    content,
    replyToExternalId: message.externalId,
    dedupeKey: `whole:${told.id}:${conversation.id}:${Math.floor(step.now.getTime() / HOUR_MS)}`,
  });
  step.rope.lane(conversation.id);
}
