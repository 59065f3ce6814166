import type { Logger } from 'pino';
import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { Channel } from '../channel/channel.ts';
import type { DeliveryFailure, OutgoingMessage } from '../channel/outgoing.ts';
import { outgoingContentSchema } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';
import { allOfCard, shownCard } from './card-chain.ts';
import { TRIES_IN_PLACE } from './choose-next.ts';
import type { SaidChoice } from './numbered.ts';
import { collectFiles } from './outgoing-files.ts';
import type { FileSources } from './outgoing-files.ts';
import { qrPicture } from './qr-picture.ts';
import { isEmpty, render, renderBrief } from './render.ts';

/**
 * - `message`: what to hand to the channel, and the choices that are said in its text.
 * - `nothing_new`: an update that says nothing where the card cannot be changed, or takes back what was never shown there.
 * - `failed`: why nothing could be handed to the channel, in the words in which a channel says so.
 */
export type Composed =
  | { kind: 'message'; message: OutgoingMessage; said: SaidChoice[] }
  | { kind: 'nothing_new' }
  | { kind: 'failed'; failure: DeliveryFailure };

/**
 * Puts an outbox row into the form in which its channel can send it. An update of a card that is shown there becomes an
 * edit where the channel can edit, and the one line of what is new where it cannot. An update of a card that is not shown
 * there is a message of its own. What is taken back is taken back where the channel can, and otherwise said to hold no more.
 *
 * @param faults how often the row was tried in vain: files that cannot be had are waited for a few tries, then left out
 */
export async function compose(
  tx: Tx,
  row: OutboxMessage,
  faults: number,
  to: { conversation: Conversation; channel: Channel; sources: FileSources; log: Logger },
): Promise<Composed> {
  const content = outgoingContentSchema.safeParse(row.content);
  if (!content.success) return failed('refused', 'what was recorded is no content');
  const can = to.channel.capabilities;
  if (content.data.recall === true && row.replacesId !== null)
    return takeBack(tx, { ...row, replacesId: row.replacesId }, content.data.text, to);
  const shown = row.replacesId === null ? null : await shownCard(tx, row.replacesId, to.conversation.id);
  const isRepeat = shown !== null && !can.edits;
  const { brief } = content.data;
  if (isRepeat && brief === undefined) return { kind: 'nothing_new' };
  const rendered =
    isRepeat && brief !== undefined ? renderBrief(brief) : render(content.data, can, row.replyToExternalId !== null);
  if (isEmpty(rendered)) return failed('refused', 'there is nothing in it that this channel can show');

  const { files, missing } = await collectFiles(tx, rendered.attachmentIds, to.channel, to.sources, to.log);
  if (missing > 0 && faults < TRIES_IN_PLACE)
    return failed('platform_down', 'a file to be sent with it is not available');
  if (isEmpty({ ...rendered, attachmentIds: files.map(() => '') })) return failed('refused', 'its file is gone');

  return {
    kind: 'message',
    said: rendered.said,
    message: {
      conversationId: to.conversation.externalId,
      sendKey: row.id,
      text: rendered.text,
      choices: rendered.choices,
      files: rendered.qr === null ? files : [...files, qrPicture(rendered.qr)],
      replyToId: row.replyToExternalId,
      editId: can.edits && rendered.reaction === null ? shown : null,
      reaction: rendered.reaction,
      poll: rendered.poll,
      recallIds: [],
    },
  };
}

/** Words without anything else; `recallIds` go before them. */
async function takeBack(
  tx: Tx,
  row: OutboxMessage & { replacesId: string },
  text: string,
  { conversation, channel }: { conversation: Conversation; channel: Channel },
): Promise<Composed> {
  const shown = await allOfCard(tx, row.replacesId, conversation.id);
  const recallIds = channel.capabilities.recall ? shown : [];
  if (shown.length === 0 || (recallIds.length === 0 && text === '')) return { kind: 'nothing_new' };
  const message: OutgoingMessage = {
    conversationId: conversation.externalId,
    sendKey: row.id,
    text,
    choices: [],
    files: [],
    replyToId: row.replyToExternalId,
    editId: null,
    reaction: null,
    poll: null,
    recallIds,
  };
  return { kind: 'message', said: [], message };
}

/**
 * The forms in which a message is tried when it is refused, one after the other: what cannot be taken back any more is said to hold
 * no more, a poll is asked in words, a card that cannot be changed any more is said anew, and words whose files are not taken are
 * said without them. At most two.
 */
export function otherForms(message: OutgoingMessage): OutgoingMessage[] {
  const anew = { ...message, editId: null, recallIds: [], poll: null };
  if (message.recallIds.length > 0) return message.text === '' ? [] : [anew];
  const wordsAlone = message.files.length > 0 && message.text !== '' ? [{ ...anew, files: [] }] : [];
  return message.editId === null && message.poll === null ? wordsAlone : [anew, ...wordsAlone];
}

const failed = (kind: 'refused' | 'platform_down', reason: string): Composed => ({
  kind: 'failed',
  failure: { kind, reason },
});
