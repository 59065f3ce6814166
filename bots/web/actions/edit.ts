import { eventBase, messageParts } from '../event-parts.ts';
import { onMessage, type ActionParts, type OnMessage } from './on-message.ts';
import type { ActionOutcome } from './outcome.ts';

/** A persona changes the text of their own message. The same text again changes nothing. */
export const createEdit =
  (parts: ActionParts) =>
  async (request: OnMessage & { text: string }): Promise<ActionOutcome> =>
    onMessage(parts, request, async ({ tx, room, message, persona, now, show, tell }) => {
      if (message.personaId !== persona.id) return { kind: 'not_allowed' };
      if (message.text === request.text) return { kind: 'done' };
      const changed = await tx.webMessage.update({
        where: { id: message.id },
        data: { text: request.text, editedAt: now },
      });
      await show(message.id);
      await tell({ ...eventBase(room, now), ...messageParts(changed, persona), type: 'edit' });
      return { kind: 'done' };
    });

/** A persona takes back their own message. Its words and its files are gone from the rooms. */
export const createRecall =
  (parts: ActionParts) =>
  async (request: OnMessage): Promise<ActionOutcome> =>
    onMessage(parts, request, async ({ tx, room, message, persona, now, show, tell }) => {
      if (message.personaId !== persona.id) return { kind: 'not_allowed' };
      await tx.webMessage.update({
        where: { id: message.id },
        data: { text: '', attachments: [], reactions: {}, recalledAt: now },
      });
      await show(message.id);
      await tell({ ...eventBase(room, now), type: 'recall', messageId: String(message.id) });
      return { kind: 'done' };
    });
