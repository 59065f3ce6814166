import type { Logger } from 'pino';
import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { Channel } from '../channel/channel.ts';
import type { DeliveryFailure, OutgoingMessage } from '../channel/outgoing.ts';
import { outgoingContentSchema } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import { shownCard } from './card-chain.ts';
import { TRIES_IN_PLACE } from './choose-next.ts';
import { collectFiles } from './outgoing-files.ts';
import { isEmpty, render } from './render.ts';

/** Why nothing could be handed to the channel, in the words in which a channel says so. */
export type Composed = { kind: 'message'; message: OutgoingMessage } | { kind: 'failed'; failure: DeliveryFailure };

/**
 * Puts an outbox row into the form in which its channel can send it. An update of a card becomes an edit where the
 * channel can edit and the card is shown there; otherwise it is a message of its own.
 *
 * @param faults how often the row was tried in vain: files that cannot be had are waited for a few tries, then left out
 */
export async function compose(
  tx: Tx,
  row: OutboxMessage,
  faults: number,
  to: { conversation: Conversation; channel: Channel; channels: ReadonlyMap<string, Channel>; log: Logger },
): Promise<Composed> {
  const content = outgoingContentSchema.safeParse(row.content);
  if (!content.success) return failed('refused', 'what was recorded is no content');
  const can = to.channel.capabilities;
  const rendered = render(content.data, can, row.replyToExternalId !== null);
  if (isEmpty(rendered)) return failed('refused', 'there is nothing in it that this channel can show');

  const { files, missing } = await collectFiles(tx, rendered.attachmentIds, to.channel, to.channels, to.log);
  if (missing > 0 && faults < TRIES_IN_PLACE)
    return failed('platform_down', 'a file to be sent with it is not available');
  if (isEmpty({ ...rendered, attachmentIds: files.map(() => '') })) return failed('refused', 'its file is gone');

  const canEdit = can.edits && row.replacesId !== null && rendered.reaction === null;
  return {
    kind: 'message',
    message: {
      conversationId: to.conversation.externalId,
      sendKey: row.id,
      text: rendered.text,
      choices: rendered.choices,
      files,
      replyToId: row.replyToExternalId,
      editId: canEdit && row.replacesId ? await shownCard(tx, row.replacesId, to.conversation.id) : null,
      reaction: rendered.reaction,
    },
  };
}

/**
 * The forms in which a message is tried when it is refused, one after the other: a card that cannot be changed any more
 * is said anew, and words whose files are not taken are said without them. At most two.
 */
export function otherForms(message: OutgoingMessage): OutgoingMessage[] {
  const anew = { ...message, editId: null };
  const wordsAlone = message.files.length > 0 && message.text !== '' ? [{ ...anew, files: [] }] : [];
  return message.editId === null ? wordsAlone : [anew, ...wordsAlone];
}

const failed = (kind: 'refused' | 'platform_down', reason: string): Composed => ({
  kind: 'failed',
  failure: { kind, reason },
});
