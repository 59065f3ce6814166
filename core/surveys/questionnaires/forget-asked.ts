import { Prisma } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';

const EMPTIED = { text: '' };

/**
 * Empties what was asked, one question after the other, in direct chats about an anonymous questionnaire: where it branches, the questions
 * that somebody was asked tell what they answered. That something was said stays on record.
 *
 * @param personId only in the chats of this person; null: of everybody
 */
export async function forgetAsked({ tx }: Step, questionnaireId: string, personId: string | null): Promise<void> {
  const conversation = { kind: 'direct' as const, ...(personId === null ? {} : { personId }) };
  const asked = {
    subject: 'questionnaire' as const,
    subjectId: questionnaireId,
    broadcastId: null,
    state: 'sent' as const,
    conversation,
    NOT: { content: { equals: EMPTIED } },
  };
  await tx.sentMessage.updateMany({ where: { outbox: asked }, data: { choices: Prisma.DbNull } });
  await tx.outboxMessage.updateMany({ where: asked, data: { content: EMPTIED } });
}
