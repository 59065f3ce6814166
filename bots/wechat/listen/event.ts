import type { payloads } from 'wechaty-puppet';
import type { ChannelEvent } from '../../../core/channel/event.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Happening } from '../happening.ts';
import { groupPlace } from './faces.ts';
import type { KnownRoom } from './faces.ts';
import { keyOf, storable, timeOf } from './key.ts';
import type { Letter } from './mailbox.ts';
import { plainLetter } from './letter.ts';
import { createReadWords } from './message.ts';
import type { ReadParts } from './message.ts';

export interface TranslateParts extends ReadParts {
  clock: Clock;
}

/** What is to be told to the desk of something that happened, in order; it has taken effect in the books already. */
export type Translate = (happening: Happening, heardAt: Date) => Promise<Letter[]>;

export function createTranslate(parts: TranslateParts): Translate {
  const { books, faces, aside, self, clock } = parts;
  const readWords = createReadWords(parts);
  /** Groups that we are not in any more; puppets may tell that twice. */
  const left = new Set<string>();

  return async (happening, heardAt) => {
    if (happening.type === 'message') return await messageHeard(happening, heardAt);
    const { roomId, timestamp } = happening.payload;
    const at = timeOf(timestamp, heardAt).toISOString();
    if (happening.type === 'room_leave') return await membersLeft(happening.payload, happening, heardAt);
    if (happening.type === 'room_topic') faces.renamed(roomId, happening.payload.newTopic);
    else faces.membersChanged(roomId);
    left.delete(roomId);
    const room = await faces.room(roomId, heardAt);
    if (!room.held && (await setAside(room, happening, heardAt))) return [];
    if (happening.type === 'room_join') {
      return (await membersJoined(happening.payload, room, heardAt)).map((event) => ofRoom(room, plainLetter(event)));
    }
    // As it is told: what is asked of the platform may for a moment be the old name.
    const { newTopic, changerId } = happening.payload;
    const name = storable(newTopic);
    const conversation = groupPlace({ ...room, title: name });
    const common = { key: keyOf('topic', timestamp, [newTopic, changerId]), conversation, at };
    return [ofRoom(room, plainLetter({ type: 'group_renamed', ...common, name }))];
  };

  async function messageHeard({ payload }: Extract<Happening, { type: 'message' }>, heardAt: Date): Promise<Letter[]> {
    if (!payload.roomId) return await readWords(payload, null, heardAt);
    left.delete(payload.roomId);
    const room = await faces.room(payload.roomId, heardAt);
    if (!room.held && (await setAside(room, { type: 'message', payload }, heardAt))) return [];
    return (await readWords(payload, room, heardAt)).map((letter) => ofRoom(room, letter));
  }

  async function membersJoined(
    payload: payloads.EventRoomJoin,
    room: KnownRoom,
    heardAt: Date,
  ): Promise<ChannelEvent[]> {
    const { inviteeIdList, inviterId, timestamp } = payload;
    const at = timeOf(timestamp, heardAt).toISOString();
    const conversation = groupPlace(room);
    const events: ChannelEvent[] = [];
    if (inviteeIdList.includes(self().id)) {
      const by = await somebody(payload.roomId, room, inviterId, heardAt);
      events.push({ type: 'bot_added', key: keyOf('bot_added', timestamp, []), conversation, at, by });
    }
    const others = inviteeIdList.filter((id) => id !== self().id);
    if (others.length === 0) return events;
    const members = [];
    for (const id of others) members.push((await faces.member(payload.roomId, room.externalId, id, heardAt)).sender);
    return [...events, { type: 'member_joined', key: keyOf('join', timestamp, others), conversation, at, members }];
  }

  async function membersLeft(
    { roomId, removeeIdList, removerId, timestamp }: payloads.EventRoomLeave,
    happening: Happening,
    heardAt: Date,
  ): Promise<Letter[]> {
    const at = timeOf(timestamp, heardAt).toISOString();
    const isOver = removeeIdList.includes(self().id);
    if (isOver && left.has(roomId)) return [];
    const room = await faces.room(roomId, heardAt);
    const letters: Letter[] = [];
    const conversation = groupPlace(room);
    if (isOver) {
      const by = await somebody(roomId, room, removerId, heardAt);
      await books.leftRoom(room.externalId, clock.now());
      left.add(roomId);
      if (!room.held) return [];
      const common = { key: keyOf('bot_removed', timestamp, []), conversation, at };
      letters.push(plainLetter({ type: 'bot_removed', ...common, by }));
    } else if (!room.held && (await setAside(room, happening, heardAt))) return [];
    for (const id of removeeIdList.filter((one) => one !== self().id)) {
      const member = (await faces.member(roomId, room.externalId, id, heardAt)).sender;
      letters.push(
        plainLetter({ type: 'member_left', key: keyOf('leave', timestamp, [id]), conversation, at, member }),
      );
    }
    faces.membersChanged(roomId);
    return letters.map((letter) => ofRoom(room, letter));
  }

  async function somebody(puppetRoomId: string, room: KnownRoom, puppetId: string, heardAt: Date) {
    if (!puppetId || puppetId === self().id) return null;
    return (await faces.member(puppetRoomId, room.externalId, puppetId, heardAt)).sender;
  }

  /** False when the group became ours in the meantime: then nobody would ask for what was put aside. */
  async function setAside(room: KnownRoom, happening: Happening, heardAt: Date): Promise<boolean> {
    aside.keep(room.externalId, happening, heardAt);
    return !(await faces.room(happeningRoom(happening), heardAt)).held;
  }

  /** What waited too long is not told any more: another account of ours has the group, and tells what it heard there itself. */
  function ofRoom({ externalId }: KnownRoom, letter: Letter): Letter {
    return {
      ...letter,
      deliver: async (inbox) => {
        if (await books.holds(externalId)) await letter.deliver(inbox);
      },
    };
  }
}

const happeningRoom = ({ payload }: Happening): string => payload.roomId ?? '';
