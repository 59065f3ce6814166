import { z } from 'zod';
import { addEntry } from '../../faq/entries.ts';
import { isAnswerableByFaq } from '../../faq/propose.ts';
import { audit } from '../../people/audit.ts';
import { forGroup } from '../../text/redact.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { viewOfEntry } from './view.ts';

const saidText = z.object({ text: z.string().min(1) });

/**
 * `知识库 收录 A7K2`: an entry of what was asked there and what staff answered last, without numbers, rooms and names (P9b). Of what is
 * private, or no question, none is made.
 */
export async function entryFromTicket(scene: Scene, code: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'faq', { text });
  const ticket = await step.tx.ticket.findUnique({
    where: { communityId_code: { communityId: community.id, code } },
    select: {
      kind: true,
      urgency: true,
      sensitive: true,
      summary: true,
      requester: { select: { name: true } },
      events: {
        where: { type: { in: ['answered', 'progressed', 'done'] } },
        orderBy: { id: 'desc' },
        select: { data: true },
      },
    },
  });
  if (!ticket) return answer(texts.unknownCode(code, null));
  if (!isAnswerableByFaq(ticket)) return answer(texts.faqNotOf(code));
  const said = ticket.events.flatMap(({ data }) => saidText.safeParse(data).data?.text ?? []);
  const [last] = said;
  if (last === undefined) return answer(texts.faqNoAnswerYet(code));
  const names = ticket.requester ? [ticket.requester.name] : [];
  const entry = await addEntry(step, community.id, {
    questions: [forGroup(ticket.summary, { names }).text],
    answer: forGroup(last, { names }).text,
    answers: {},
    by: speaker?.personId ?? '',
  });
  const entryOn = { action: 'add_faq', subject: `faq:${entry.id}`, data: { code } };
  await audit(step.tx, { communityId: community.id, actorId: speaker?.personId ?? null, ...entryOn });
  await answer(texts.faqAdded(await viewOfEntry(step, entry)));
}
