import type { ChannelEventOf } from '../channel/event.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Speaker } from '../people/identify.ts';
import type { Step } from '../step.ts';
import type { OpinionSource } from './opinion/opinion.ts';
import type { HeardMessage } from './understanding.ts';

/** A message on record, with everything around it. */
export interface Heard {
  step: Step;
  community: CommunityInForce;
  conversation: ConversationAtHand;
  event: ChannelEventOf<'message'>;
  message: { id: string; externalId: string; text: string; attachments: { id: string }[] };
  speaker: Speaker | null;
  /** The message of the group, or the ticket's first one when it replies to a word of ours about a ticket. */
  replyToId: string | null;
  /** The notice of ours that it replies to (P8c). */
  noticeId?: string | null;
  /** Who is asked about a doubt before the staff are, where a language model is configured. */
  opinions?: OpinionSource | undefined;
}

/** The same, as the understanding hears it. */
export function heardMessage(heard: Heard, at: Date): HeardMessage {
  const { event, message, speaker } = heard;
  const has = (...kinds: string[]): boolean => event.attachments.some((attachment) => kinds.includes(attachment.kind));
  return {
    id: message.id,
    at,
    senderId: speaker?.personId ?? null,
    senderName: event.sender.name,
    fromStaff: speaker?.staff ?? false,
    flat: speaker?.flat ?? null,
    text: event.text,
    replyToId: heard.replyToId,
    quotedText: event.quotedText,
    // Who wants a picture sharp sends it as a file.
    hasPhoto: has('photo', 'video') || event.attachments.some(({ mimeType }) => mimeType?.startsWith('image/')),
    hasVoice: has('voice'),
    albumKey: event.albumKey,
    forwarded: event.forwarded,
  };
}
