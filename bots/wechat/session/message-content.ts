import type { Logger } from 'pino';
import type { payloads } from 'wechaty-puppet';
import { faultName } from './fault-name.ts';
import { within } from './waiting.ts';

const TRIES = 3;

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
      return await within(parts.withinMs, source.messagePayload(id));
    } catch (error) {
      parts.log.warn({ messageId: id, tries, fault: faultName(error) }, 'content of a message cannot be had');
    }
  }
  return null;
}

/** When a message was said. Puppets tell it in seconds or in milliseconds. */
export function saidAt(message: payloads.Message): Date {
  const seconds = message.timestamp < 1e11;
  return new Date(seconds ? message.timestamp * 1_000 : message.timestamp);
}
