import type { Clock } from '../../../core/clock.ts';
import type { Books } from '../books.ts';
import type { Faces } from '../listen/faces.ts';
import type { Ask } from '../listen/ask.ts';
import type { Latest } from '../listen/latest.ts';
import type { Target } from './where.ts';
import type { Online } from '../session.ts';
import { inWords } from './plan.ts';
import { discreet } from '../translate/discreet.ts';
import { readMessage } from '../translate/message.ts';

export interface QuoteParts {
  books: Books;
  faces: Faces;
  ask: Ask;
  /** Ids of messages that were taken back. */
  takenBack: Latest<true>;
  clock: Clock;
}

/** What a reply shows of the message that it answers. */
export interface Quoted {
  name: string;
  text: string;
}

/**
 * For two minutes WeChat lets people take back what they said. A puppet that does not have such a young message any more tells
 * that it is gone; an old one it may only have forgotten.
 */
const YOUNG_MS = 10 * 60_000;

/** What to quote of a message: as it is remembered, else as the platform has it. Null when it is gone. */
export async function quotedOf(
  parts: QuoteParts,
  online: Online,
  message: { conversationId: string; replyToId: string | null },
  target: Target,
): Promise<Quoted | null> {
  const { books, faces, ask, clock } = parts;
  const { conversationId, replyToId } = message;
  if (replyToId === null || parts.takenBack.get(replyToId)) return null;
  const shown = (name: string, text: string): Quoted | null =>
    quotable(target.isRoom ? discreet({ name, text }) : { name, text });
  const known = await books.message(conversationId, replyToId);
  if (known && clock.now().getTime() - known.at.getTime() > YOUNG_MS) return shown(known.senderName, known.text);
  // Past wechaty-puppet's own memory, which does not learn that a message is gone.
  const payload = await ask.once(async (puppet) =>
    puppet.messageRawPayloadParser(await puppet.messageRawPayload(replyToId)),
  );
  if (!payload || payload.id !== replyToId) return null;
  if (known) return shown(known.senderName, known.text);
  const said = readMessage(payload, { id: online.self.id, names: [online.self.name] });
  if (said.kind !== 'words') return null;
  const talkerId = payload.talkerId || payload.fromId || '';
  const text = said.text || (said.attachment ? inWords(said.attachment.kind, said.attachment.fileName) : '');
  const name = target.isRoom
    ? await faces.nameIn(target.puppetId, talkerId)
    : (await faces.contact(talkerId)).shownName;
  return shown(name, text);
}

const quotable = (quoted: Quoted): Quoted | null => (quoted.name === '' || quoted.text === '' ? null : quoted);
