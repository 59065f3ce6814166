import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';

const FORGOTTEN = { forgotten: true };

/** An answer to an anonymous questionnaire: that somebody wrote stays on record, what they wrote does not. */
export async function forgetWords({ tx }: Step, messageId: string): Promise<void> {
  await tx.messageVersion.deleteMany({ where: { messageId } });
  await tx.attachment.deleteMany({ where: { messageId } });
  await tx.message.updateMany({
    where: { id: messageId },
    data: { text: '', act: 'command', explanation: FORGOTTEN, replyToExternalId: null },
  });
}

/** Whether what this message said was forgotten, so that a change of it is not kept either. */
export const isForgotten = ({ explanation }: { explanation: Prisma.JsonValue }): boolean =>
  typeof explanation === 'object' && explanation !== null && 'forgotten' in explanation;
