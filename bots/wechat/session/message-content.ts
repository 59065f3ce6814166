import type { Logger } from 'pino';
import type { payloads } from 'wechaty-puppet';
import { faultName } from './fault-name.ts';
import { pause } from '../../pauses.ts';
import { within } from '../within.ts';

/** A gateway that is busy, or only just has the message itself, is given a moment after each try. */
const PAUSES_MS = [300, 1_000];
const TRIES = PAUSES_MS.length + 1;

/** What is asked of a puppet for the content of messages. */
export interface MessageSource {
  messagePayload(id: string): Promise<payloads.Message>;
}

/** The content of a message; null when it cannot be had after some tries, or `signal` was aborted meanwhile. */
export async function messageContent(
  source: MessageSource,
  id: string,
  parts: { withinMs: number; log: Logger; signal: AbortSignal },
): Promise<payloads.Message | null> {
  for (let tries = 1; tries <= TRIES && !parts.signal.aborted; tries += 1) {
    try {
      return await within(parts.withinMs, () => source.messagePayload(id));
    } catch (error) {
      parts.log.warn({ messageId: id, tries, fault: faultName(error) }, 'content of a message cannot be had');
      await pause(PAUSES_MS[tries - 1] ?? 0, parts.signal);
    }
  }
  return null;
}

/** When a message was said. Puppets tell it in seconds or in milliseconds. */
export function saidAt(message: payloads.Message): Date {
  const seconds = message.timestamp < 1e11;
  return new Date(seconds ? message.timestamp * 1_000 : message.timestamp);
}
