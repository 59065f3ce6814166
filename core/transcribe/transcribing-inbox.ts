import type { Logger } from 'pino';
import type { Channel, Inbox } from '../channel/channel.ts';
import type { ChannelEvent, ChannelEventOf } from '../channel/event.ts';
import { faultOf } from '../fault.ts';
import type { Transcriber } from './transcriber.ts';

/** An inbox that also listens to voice messages. */
export interface TranscribingInbox extends Inbox {
  /** Resolves when nothing is being transcribed any more. */
  settled(): Promise<void>;
}

/** How many recordings are with the server at the same time. */
const AT_ONCE = 2;

/**
 * Stores a voice message as it came, at once (law 1). What is said in it arrives later as an edit of the same message, so that
 * it is heard as if it had been written, and the recording stays what was first sent. When the server fails, the recording
 * is kept and staff can listen to it; nothing is lost and nobody waits.
 */
export function createTranscribingInbox(parts: {
  inbox: Inbox;
  channel: Pick<Channel, 'fetchFile'>;
  transcriber: Transcriber;
  log: Logger;
}): TranscribingInbox {
  const { inbox, channel, transcriber, log } = parts;
  const underWay = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  return {
    async receive(event) {
      await inbox.receive(event);
      const ref = event.type === 'message' ? voiceRef(event) : null;
      if (event.type !== 'message' || ref === null) return;
      const work = inTurn(() => listen(event, ref)).catch((error: unknown) => {
        log.warn(
          { key: event.key, fault: faultOf(error) },
          'a voice message could not be transcribed; it is kept as it is',
        );
      });
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    async settled() {
      await Promise.all(underWay);
    },
  };

  async function listen(event: ChannelEventOf<'message'>, ref: string): Promise<void> {
    const voice = event.attachments.find((attachment) => attachment.ref === ref);
    const bytes = await channel.fetchFile(ref);
    const mimeType = voice?.mimeType ?? null;
    const text = await transcriber.transcribe({ bytes, fileName: voice?.fileName ?? 'voice', mimeType });
    if (text !== '') await inbox.receive(asEdit(event, text));
  }

  /** Whoever ends gives the place to the one who waits longest. */
  async function inTurn(work: () => Promise<void>): Promise<void> {
    if (busy < AT_ONCE) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }
}

/** Of a voice message without words; somebody who wrote beside it has said it already. */
function voiceRef({ text, attachments }: ChannelEventOf<'message'>): string | null {
  if (text.trim() !== '') return null;
  return attachments.find(({ kind }) => kind === 'voice')?.ref ?? null;
}

function asEdit(event: ChannelEventOf<'message'>, text: string): ChannelEvent {
  const { key, conversation, at, sender, messageId, attachments } = event;
  return { type: 'edit', key: `${key}:transcript`, conversation, at, sender, messageId, text, attachments };
}
