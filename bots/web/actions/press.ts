import { eventBase, senderOf } from '../event-parts.ts';
import { partsOf } from '../stored.ts';
import { onMessage, type ActionParts, type OnMessage } from './on-message.ts';
import type { ActionOutcome } from './outcome.ts';

/** A persona presses a button under a message. `not_found` when the button is not there any more. */
export const createPress =
  (parts: ActionParts) =>
  async (request: OnMessage & { choiceId: string }): Promise<ActionOutcome> =>
    onMessage(parts, request, async ({ room, message, persona, now, tell }) => {
      const offered = partsOf(message)
        .choices.flat()
        .some((choice) => choice.id === request.choiceId);
      if (!offered) return { kind: 'not_found' };
      await tell({
        ...eventBase(room, now),
        type: 'button',
        sender: senderOf(persona),
        messageId: String(message.id),
        choiceId: request.choiceId,
      });
      return { kind: 'done' };
    });
