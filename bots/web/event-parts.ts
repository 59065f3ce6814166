import { randomUUID } from 'node:crypto';
import type { EventSender } from '../../core/channel/event.ts';
import type { WebMessage, WebPersona, WebRoom } from '../../prisma/generated/client.ts';
import { partsOf } from './stored.ts';

/** What every event about this room begins with. The key is written down with the update, so it never changes again. */
export const eventBase = (room: WebRoom, at: Date) => ({
  key: randomUUID(),
  conversation: { externalId: room.id, kind: room.kind, title: room.title },
  at: at.toISOString(),
});

export const senderOf = (persona: WebPersona): EventSender => ({
  externalId: persona.id,
  name: persona.name,
  isBot: false,
});

/** What an event says of a message. */
export const messageParts = (message: WebMessage, persona: WebPersona) => ({
  sender: senderOf(persona),
  messageId: String(message.id),
  text: message.text,
  attachments: partsOf(message).attachments.map((file) => ({
    kind: file.kind,
    mimeType: file.mimeType,
    fileName: file.fileName,
    ref: file.id,
  })),
});

/** How the bot can be called in the rooms. The page completes the first one. */
export const mentionsBot = (text: string): boolean => /[@@](邻里|鄰里|linli)/iu.test(text);
