import { z } from 'zod';
import { choiceSchema } from '../../core/channel/outgoing.ts';
import type { WebMessage } from '../../prisma/generated/client.ts';
import type { AttachmentView } from './wire.ts';

/** Who reacted, when it was the bot. */
export const BOT = 'bot';

const choicesSchema = z.array(z.array(choiceSchema));
const attachmentsSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['photo', 'video', 'voice', 'file']),
    mimeType: z.string(),
    fileName: z.string(),
  }),
);
const reactionsSchema = z.record(z.string(), z.array(z.string()));

/** The parts of a message that the database keeps as JSON. */
export interface StoredParts {
  choices: { id: string; label: string }[][];
  attachments: AttachmentView[];
  reactions: Record<string, string[]>;
}

/** @throws when a row was not written by the rooms. */
export const partsOf = (message: Pick<WebMessage, 'choices' | 'attachments' | 'reactions'>): StoredParts => ({
  choices: choicesSchema.parse(message.choices ?? []),
  attachments: attachmentsSchema.parse(message.attachments ?? []),
  reactions: reactionsSchema.parse(message.reactions ?? {}),
});
