import type { Message, Opinion } from '../../../prisma/generated/client.ts';
import type { Hearing } from '../../../prisma/generated/enums.ts';
import type { Speaker } from '../../people/identify.ts';
import { isStaff } from '../../people/roles.ts';
import type { Step } from '../../step.ts';

/** A message that a language model was asked about, held until the commit. */
export interface Doubtful {
  message: Message & { attachments: { id: string }[] };
  opinion: Opinion;
  conversation: { hearing: Hearing };
  communityId: string;
  /** As shown on the card. */
  senderName: string;
  speaker: Speaker | null;
}

/** Null when there is no such message, or nobody was asked about it, or its conversation belongs to no community any more. */
export async function holdDoubtful({ tx }: Step, messageId: string): Promise<Doubtful | null> {
  await tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${messageId}::uuid FOR NO KEY UPDATE`;
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: {
      attachments: { select: { id: true } },
      opinion: true,
      conversation: { select: { hearing: true, communityId: true } },
      person: { include: { roles: { where: { revokedAt: null }, select: { role: true } } } },
    },
  });
  if (!message?.opinion || message.conversation.communityId === null) return null;
  const { opinion, conversation, person, ...rest } = message;
  const roles = person?.roles.map(({ role }) => role) ?? [];
  const speaker: Speaker | null = person && {
    personId: person.id,
    name: person.name,
    roles,
    staff: isStaff(roles),
    locale: person.locale,
    flat: null,
  };
  const senderName = person?.name ?? '?';
  return { message: rest, opinion, conversation, communityId: message.conversation.communityId, senderName, speaker };
}
