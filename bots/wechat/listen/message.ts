import type { payloads } from 'wechaty-puppet';
import type { EventAttachment } from '../../../core/channel/event.ts';
import type { Books } from '../books.ts';
import type { FileFetching } from '../file-fetch.ts';
import type { Aside } from './aside.ts';
import { groupPlace, directPlace } from './faces.ts';
import type { Faces, KnownRoom } from './faces.ts';
import { storable, timeOf } from './key.ts';
import { Latest } from './latest.ts';
import { messageLetter, recallLetter } from './letter.ts';
import type { Letter } from './mailbox.ts';
import type { Quote, Said } from '../said.ts';
import { inWords } from '../send/plan.ts';
import { readMessage } from '../translate/message.ts';

type Words = Extract<Said, { kind: 'words' }>;

/** How many messages with files are known as such, for the day on which they are delivered again. */
const REMEMBERED_REFS = 2_000;

export interface ReadParts {
  aside: Aside;
  books: Books;
  faces: Faces;
  files: Pick<FileFetching, 'begin'>;
  /** Ids of messages that were taken back. */
  takenBack: Latest<true>;
  /** Ourselves at the last login. */
  self: () => { id: string; name: string };
}

/** Reads messages of a group, or of somebody's direct chat where `room` is null. */
export function createReadWords({ aside, books, faces, files, takenBack, self }: ReadParts) {
  const refs = new Latest<string>(REMEMBERED_REFS);

  return async (payload: payloads.Message, room: KnownRoom | null, heardAt: Date): Promise<Letter[]> => {
    const me = await meIn(payload.roomId, room);
    const said = readMessage(payload, { id: me.id, names: [...new Set([self().name, me.name])] });
    if (said.kind === 'nothing') return [];
    const at = timeOf(payload.timestamp, heardAt);
    const talkerId = payload.talkerId || payload.fromId || '';
    const isSelf = talkerId === me.id;
    const otherId = isSelf && !room ? payload.listenerId || payload.toId || '' : talkerId;
    // In a group, we know ourselves.
    const other = otherId === '' || (isSelf && room) ? null : await faceOf(payload.roomId, room, otherId, heardAt);
    const conversation = room ? groupPlace(room) : other && directPlace(other);
    if (!conversation) return [];
    if (said.kind === 'recall') {
      takenBack.note(said.messageId, true);
      const event = { type: 'recall' as const, key: `r:${said.messageId}`, conversation, at: at.toISOString() };
      return [recallLetter(books, { ...event, messageId: said.messageId })];
    }
    const text = storable(said.text);
    const ours = isSelf || other?.ours === true;
    const known = {
      externalId: payload.id,
      senderName: isSelf ? me.name : (other?.shownName ?? ''),
      text: text || (said.attachment ? inWords(said.attachment.kind, said.attachment.fileName) : ''),
      ours,
      at,
    };
    if (ours) {
      if (room && aside.isDouble(room.externalId, known)) return [];
      await books.remember(conversation.externalId, known);
      return [];
    }
    const quote = said.quote && storableQuote(said.quote);
    const event = {
      type: 'message' as const,
      key: `m:${payload.id}`,
      conversation,
      at: at.toISOString(),
      sender: other?.sender ?? { externalId: null, name: '', isBot: false },
      messageId: payload.id,
      text,
      attachments: await attachmentsOf(payload.id, said),
      replyToId: null,
      quotedText: quote?.text ?? null,
      albumKey: null,
      toBot: said.toBot || !room,
      forwarded: said.forwarded,
    };
    return [messageLetter({ aside, books }, event, quote, known)];
  };

  /** Ourselves, by the name that we have there. */
  async function meIn(puppetRoomId: string | undefined, room: KnownRoom | null): Promise<{ id: string; name: string }> {
    const { id, name } = self();
    return { id, name: room && puppetRoomId ? (await faces.nameIn(puppetRoomId, id)) || name : name };
  }

  function faceOf(puppetRoomId: string | undefined, room: KnownRoom | null, puppetId: string, heardAt: Date) {
    return room && puppetRoomId
      ? faces.member(puppetRoomId, room.externalId, puppetId, heardAt)
      : faces.contact(puppetId, heardAt);
  }

  async function attachmentsOf(messageId: string, { attachment }: Words): Promise<EventAttachment[]> {
    if (!attachment) return [];
    const described = { ...attachment, fileName: attachment.fileName === null ? null : storable(attachment.fileName) };
    let ref = refs.get(messageId);
    if (ref === undefined) {
      ref = await books.openFile({ mimeType: described.mimeType, fileName: described.fileName });
      refs.note(messageId, ref);
      files.begin(ref, messageId, described.kind);
    }
    return [{ ...described, ref }];
  }
}

const storableQuote = ({ id, name, text }: Quote): Quote => ({
  id,
  name: name === null ? null : storable(name),
  text: storable(text),
});
