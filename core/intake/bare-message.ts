import type { HeardMessage } from './understanding.ts';

/** A message of which only this is known: nobody's, no reply, nothing attached. */
export function bareMessage(said: Pick<HeardMessage, 'id' | 'at' | 'text'> & Partial<HeardMessage>): HeardMessage {
  return {
    senderId: null,
    senderName: '',
    fromStaff: false,
    flat: null,
    replyToId: null,
    quotedText: null,
    hasPhoto: false,
    hasVoice: false,
    albumKey: null,
    forwarded: false,
    ...said,
  };
}
