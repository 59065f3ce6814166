import type { Logger } from 'pino';
import type { Channel, Inbox } from '../channel/channel.ts';
import { createTranscriber } from './transcriber.ts';
import { createTranscribingInbox } from './transcribing-inbox.ts';

/** The inbox of a channel, with voice messages turned into text where a server for that is configured. */
export function transcribed(
  server: { url: string; model: string; key: string | null } | null,
  parts: { inbox: Inbox; channel: Pick<Channel, 'fetchFile'>; log: Logger },
): Inbox {
  return server === null ? parts.inbox : createTranscribingInbox({ ...parts, transcriber: createTranscriber(server) });
}
