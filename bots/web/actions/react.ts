import { eventBase, senderOf } from '../event-parts.ts';
import { partsOf } from '../stored.ts';
import { onMessage, type ActionParts, type OnMessage } from './on-message.ts';
import type { ActionOutcome } from './outcome.ts';

/** The reactions after `who` has put `emoji` on, or has taken it back if it was there. */
export function toggled(reactions: Record<string, string[]>, emoji: string, who: string): Record<string, string[]> {
  const before = reactions[emoji] ?? [];
  const after = before.includes(who) ? before.filter((one) => one !== who) : [...before, who];
  const { [emoji]: _replaced, ...others } = reactions;
  return after.length > 0 ? { ...others, [emoji]: after } : others;
}

/** A persona reacts to a message with an emoji, or takes the reaction back. */
export const createReact =
  (parts: ActionParts) =>
  async (request: OnMessage & { emoji: string }): Promise<ActionOutcome> =>
    onMessage(parts, request, async ({ tx, room, message, persona, now, show, tell }) => {
      const reactions = toggled(partsOf(message).reactions, request.emoji, persona.id);
      await tx.webMessage.update({ where: { id: message.id }, data: { reactions } });
      await show(message.id);
      await tell({
        ...eventBase(room, now),
        type: 'reaction',
        sender: senderOf(persona),
        messageId: String(message.id),
        emoji: Object.keys(reactions).filter((emoji) => reactions[emoji]?.includes(persona.id)),
      });
      return { kind: 'done' };
    });
