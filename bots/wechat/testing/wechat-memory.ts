import { randomUUID } from 'node:crypto';
import { types } from 'wechaty-puppet';
import type { payloads } from 'wechaty-puppet';
import type { SaidByBot } from './world.ts';

export interface MemoryRoom {
  id: string;
  topic: string;
  memberIds: string[];
}

/** What WeChat knows, for one account of ours. Nothing in it is told to anybody. */
export class WechatMemory {
  readonly contacts = new Map<string, { id: string; name: string; alias: string }>();
  readonly rooms = new Map<string, MemoryRoom>();
  /** Names within groups, by `roomId contactId`. */
  readonly roomNames = new Map<string, string>();
  /** In the order in which they were said. */
  readonly messages = new Map<string, payloads.Message>();
  readonly files = new Map<string, { name: string; mediaType: string; bytes: Uint8Array }>();
  readonly saidByBot: SaidByBot[] = [];
  readonly refusals = new Map<string, string>();
  readonly brokenSends: string[] = [];
  /** Messages of which a puppet has heard, or never will. */
  keepsHistory = false;
  echoes = true;
  loggedIn = false;
  qr: string | null = null;
  selfId: string;
  readonly #prefix = randomUUID().slice(0, 8);
  #last = 0;

  constructor(selfName: string) {
    this.selfId = this.newId('bot');
    this.contacts.set(this.selfId, { id: this.selfId, name: selfName, alias: '' });
  }

  newId(kind: 'bot' | 'contact' | 'room' | 'message'): string {
    this.#last += 1;
    const id = `${this.#prefix}${this.#last}`;
    return kind === 'room' ? `${id}@chatroom` : kind === 'message' ? `m${id}` : `wxid_${id}`;
  }

  roomOf(id: string): MemoryRoom {
    const room = this.rooms.get(id);
    if (!room) throw new Error(`no such room: ${id}`);
    return room;
  }

  contactPayload(id: string): payloads.Contact {
    const contact = this.contacts.get(id);
    if (!contact) throw new Error(`no such contact: ${id}`);
    return {
      ...contact,
      gender: types.ContactGender.Unknown,
      type: types.Contact.Individual,
      avatar: '',
      phone: [],
      friend: true,
    };
  }

  roomPayload(id: string): payloads.Room {
    const room = this.roomOf(id);
    return { id, topic: room.topic, memberIdList: [...room.memberIds], adminIdList: [] };
  }

  memberPayload(roomId: string, id: string): payloads.RoomMember {
    if (!this.roomOf(roomId).memberIds.includes(id)) throw new Error(`${id} is not in ${roomId}`);
    const roomAlias = this.roomNames.get(`${roomId} ${id}`);
    return { id, name: this.contactPayload(id).name, avatar: '', ...(roomAlias ? { roomAlias } : {}) };
  }

  messagePayload(id: string): payloads.Message {
    const message = this.messages.get(id);
    if (!message) throw new Error(`no such message: ${id}`);
    return message;
  }

  /** A contact or group under a new id, wherever it is named. */
  reissue(old: string): string {
    const room = this.rooms.get(old);
    const fresh = this.newId(room ? 'room' : old === this.selfId ? 'bot' : 'contact');
    if (room) {
      this.rooms.delete(old);
      this.rooms.set(fresh, { ...room, id: fresh });
    } else {
      const contact = this.contacts.get(old);
      if (!contact) throw new Error(`no such id: ${old}`);
      this.contacts.delete(old);
      this.contacts.set(fresh, { ...contact, id: fresh });
      if (old === this.selfId) this.selfId = fresh;
      for (const one of this.rooms.values()) one.memberIds = one.memberIds.map((id) => (id === old ? fresh : id));
    }
    for (const [key, name] of this.roomNames) {
      const [roomId, contactId] = key.split(' ');
      if (roomId !== old && contactId !== old) continue;
      this.roomNames.delete(key);
      this.roomNames.set(`${roomId === old ? fresh : roomId} ${contactId === old ? fresh : contactId}`, name);
    }
    return fresh;
  }
}
