import type { Message } from '../../prisma/generated/client.ts';
import { gatherQuestions } from '../notices/questions/gather.ts';
import { noticeAskedAbout } from '../notices/questions/tie.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { readConversation } from '../people/conversation.ts';
import type { Step } from '../step.ts';
import { announceTickets } from '../tickets/announce.ts';
import { openTicket } from '../tickets/open.ts';
import { originOf } from '../tickets/origin-of.ts';
import type { KeptDoubt } from './kept-doubt.ts';
import type { Explanation } from './understanding.ts';

/**
 * Opens the ticket of a doubt that was settled with "yes", tells of it as of any other, and returns its code.
 * @param decided.because stands with the reasons for which the ticket exists
 * @param decided.enteredBy the member of staff who said so; null when nobody of the office did
 */
export async function openDoubted(
  step: Step,
  community: CommunityInForce,
  message: Pick<Message, 'id' | 'externalId' | 'conversationId' | 'text' | 'personId'> & {
    attachments: { id: string }[];
  },
  { doubt, by, reasons, believed = doubt.confidence, like }: KeptDoubt,
  decided: { because: Explanation['reasons'][number]; enteredBy: string | null },
): Promise<string> {
  const conversation = await readConversation(step.tx, message.conversationId);
  const opened = await openTicket(step, community, {
    matter: doubt,
    origin: originOf(conversation),
    conversationId: message.conversationId,
    message,
    requesterId: message.personId,
    explanation: { by, believed, reasons: [...reasons, decided.because] },
    noticeId: await noticeAskedAbout(step, {
      communityId: community.id,
      kind: doubt.kind,
      conversation,
      building: doubt.place.building,
      text: message.text,
      repliesTo: null,
    }),
    likeId: like ?? null,
    enteredBy: decided.enteredBy,
  });
  await announceTickets({ step, community, conversation, message }, [opened]);
  if (opened.ticket.noticeId) await gatherQuestions(step, community, opened.ticket.noticeId);
  return opened.ticket.code;
}
