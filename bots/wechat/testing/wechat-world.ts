import { types } from 'wechaty-puppet';
import type { payloads } from 'wechaty-puppet';
import type { About, Answers, Questions, Told, WechatServers } from './puppet-talk.ts';
import { answersOf } from './wechat-answers.ts';
import { WechatMemory } from './wechat-memory.ts';
import type { SaidByBot, Spoken, World } from './world.ts';

/** A puppet that WeChat can tell something; resolves when it has told it on. */
export type Tell = (told: Told) => void | Promise<void>;

const fileTypes = {
  photo: types.Message.Image,
  video: types.Message.Video,
  voice: types.Message.Audio,
  file: types.Message.Attachment,
  sticker: types.Message.Emoticon,
} as const;

/** {@link World} in memory, and what puppets ask of it. */
export class WechatWorld implements World, WechatServers {
  readonly selfName: string;
  readonly #memory: WechatMemory;
  readonly #answers: ReturnType<typeof answersOf>;
  /** Ways to the puppets of this world, and which of those puppets run. */
  readonly #ways = new Map<string, Tell>();
  readonly #running = new Set<string>();
  readonly #watchers = new Set<() => void>();
  #lastTold: Told | null = null;
  #frozen: Promise<void> | null = null;
  #thaw = (): void => {};

  constructor({ selfName = '小邻' }: { selfName?: string } = {}) {
    this.selfName = selfName;
    this.#memory = new WechatMemory(selfName);
    this.#answers = answersOf(this.#memory, (messageId) => this.#tell({ event: 'message', payload: { messageId } }));
  }

  /** Events for the puppet of that key go this way from now on, once it has started. */
  connect(puppet: string, tell: Tell): void {
    this.#ways.set(puppet, tell);
  }

  /** The puppet is gone without having stopped. */
  disconnect(puppet: string): void {
    this.#ways.delete(puppet);
    this.#running.delete(puppet);
    this.#look();
  }

  async ask<A extends About>(about: A, question: Questions[A]): Promise<Answers[A]> {
    const all: { [K in About]: (question: Questions[K]) => Promise<Answers[K]> } = {
      ...this.#answers,
      started: async ({ puppet }) => {
        this.#running.add(puppet);
        const { loggedIn, selfId, qr } = this.#memory;
        return { selfId: loggedIn ? selfId : null, qr };
      },
      stopped: async ({ puppet }) => {
        this.#running.delete(puppet);
        return null;
      },
    };
    if (this.#frozen) await this.#frozen;
    const answer = await all[about](question);
    this.#look();
    return answer;
  }

  selfId(): string {
    return this.#memory.selfId;
  }

  async contact({ name, id, alias = '' }: { name: string; id?: string; alias?: string }): Promise<string> {
    const contactId = id ?? this.#memory.newId('contact');
    this.#memory.contacts.set(contactId, { id: contactId, name, alias });
    return contactId;
  }

  async room(room: { topic: string; id?: string; members?: readonly string[]; withoutBot?: boolean }): Promise<string> {
    const id = room.id ?? this.#memory.newId('room');
    const self = room.withoutBot ? [] : [this.#memory.selfId];
    this.#memory.rooms.set(id, { id, topic: room.topic, memberIds: [...self, ...(room.members ?? [])] });
    return id;
  }

  async renameContact(contactId: string, name: string): Promise<void> {
    const contact = this.#memory.contacts.get(contactId);
    if (!contact) throw new Error(`no such contact: ${contactId}`);
    contact.name = name;
    await this.#tell({ event: 'changed', payload: { what: 'Contact', id: contactId } });
  }

  async nameInRoom(roomId: string, contactId: string, name: string): Promise<void> {
    if (name === '') this.#memory.roomNames.delete(`${roomId} ${contactId}`);
    else this.#memory.roomNames.set(`${roomId} ${contactId}`, name);
    await this.#tell({ event: 'changed', payload: { what: 'RoomMember', id: roomId } });
  }

  async nameIn(roomId: string, contactId: string): Promise<string> {
    return this.#memory.roomNames.get(`${roomId} ${contactId}`) || this.#memory.contactPayload(contactId).name;
  }

  async members(roomId: string): Promise<string[]> {
    return [...this.#memory.roomOf(roomId).memberIds];
  }

  async reissue(id: string): Promise<string> {
    return this.#memory.reissue(id);
  }

  async say(spoken: Spoken): Promise<string> {
    const { from, file, raw } = spoken;
    const id = raw?.id ?? this.#memory.newId('message');
    const type = file ? fileTypes[file.kind] : types.Message.Text;
    const place =
      spoken.in === undefined
        ? { listenerId: this.#memory.selfId }
        : { roomId: spoken.in, mentionIdList: [...(spoken.mentions ?? [])] };
    const message: payloads.Message = {
      id,
      talkerId: from,
      type,
      text: spoken.text ?? '',
      timestamp: (spoken.at ?? new Date()).getTime(),
      ...place,
      ...(file ? { filename: file.name } : {}),
      ...raw,
    };
    this.#memory.messages.set(id, message);
    if (file) this.#memory.files.set(id, { name: file.name, mediaType: '', bytes: file.bytes });
    if (!spoken.silently) await this.#tell({ event: 'message', payload: { messageId: id } });
    return id;
  }

  async seat(roomId: string, contactIds: readonly string[]): Promise<void> {
    const room = this.#memory.roomOf(roomId);
    room.memberIds = [...new Set([...room.memberIds, ...contactIds])];
    await this.#tell({ event: 'changed', payload: { what: 'Room', id: roomId } });
    await this.#tell({ event: 'changed', payload: { what: 'RoomMember', id: roomId } });
  }

  async join(roomId: string, contactIds: readonly string[], inviterId?: string): Promise<void> {
    const room = this.#memory.roomOf(roomId);
    room.memberIds = [...new Set([...room.memberIds, ...contactIds])];
    const who = { inviteeIdList: [...contactIds], inviterId: inviterId ?? contactIds[0] ?? '' };
    await this.#tell({ event: 'room-join', payload: { ...who, roomId, timestamp: Date.now() } });
  }

  async leave(roomId: string, contactId: string, removerId: string = contactId): Promise<void> {
    const room = this.#memory.roomOf(roomId);
    room.memberIds = room.memberIds.filter((id) => id !== contactId);
    const who = { removeeIdList: [contactId], removerId };
    await this.#tell({ event: 'room-leave', payload: { ...who, roomId, timestamp: Date.now() } });
  }

  async rename(roomId: string, newTopic: string, changerId: string): Promise<void> {
    const room = this.#memory.roomOf(roomId);
    const oldTopic = room.topic;
    room.topic = newTopic;
    const payload = { roomId, changerId, oldTopic, newTopic, timestamp: Date.now() };
    await this.#tell({ event: 'room-topic', payload });
  }

  async recall(messageId: string): Promise<string> {
    const { talkerId, roomId } = this.#memory.messagePayload(messageId);
    const raw = { type: types.Message.Recalled, text: messageId };
    return await this.say({ from: talkerId, ...(roomId ? { in: roomId } : {}), raw });
  }

  async vanish(messageId: string): Promise<void> {
    this.#memory.messages.delete(messageId);
    const said = this.#memory.saidByBot.find((one) => one.messageId === messageId);
    if (said) said.recalled = true;
    await this.#tell({ event: 'changed', payload: { what: 'Message', id: messageId } });
  }

  async redeliver(): Promise<void> {
    if (this.#lastTold) await this.#tell(this.#lastTold);
  }

  async scan(qr: string, status: types.ScanStatus = types.ScanStatus.Waiting): Promise<void> {
    this.#memory.qr = qr;
    await this.#tell({ event: 'scan', payload: { qrcode: qr, status } });
  }

  async login(): Promise<void> {
    this.#memory.loggedIn = true;
    this.#memory.qr = null;
    await this.#tell({ event: 'login', payload: { contactId: this.#memory.selfId } });
  }

  async logout(reason = 'logged out on the phone'): Promise<void> {
    this.#memory.loggedIn = false;
    await this.#tell({ event: 'logout', payload: { reason } });
  }

  async breakSends(reason: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) this.#memory.brokenSends.push(reason);
  }

  async refuseIn(conversationId: string, reason: string | null): Promise<void> {
    if (reason === null) this.#memory.refusals.delete(conversationId);
    else this.#memory.refusals.set(conversationId, reason);
  }

  async keepHistory(keeps: boolean): Promise<void> {
    this.#memory.keepsHistory = keeps;
  }

  async echo(echoes: boolean): Promise<void> {
    this.#memory.echoes = echoes;
  }

  async freeze(): Promise<void> {
    this.#frozen ??= new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  async thaw(): Promise<void> {
    this.#frozen = null;
    this.#thaw();
  }

  async saidByBot(conversationId?: string): Promise<SaidByBot[]> {
    return this.said(conversationId);
  }

  /** {@link World.saidByBot}, at once. */
  said(conversationId?: string): SaidByBot[] {
    const all = this.#memory.saidByBot;
    return conversationId === undefined ? [...all] : all.filter((one) => one.conversationId === conversationId);
  }

  async message(messageId: string): Promise<payloads.Message | null> {
    return this.#memory.messages.get(messageId) ?? null;
  }

  untilRunning(count: number): Promise<void> {
    return this.until(() => this.#running.size === count);
  }

  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watcher = (): void => {
        if (!holds()) return;
        this.#watchers.delete(watcher);
        resolve();
      };
      this.#watchers.add(watcher);
      watcher();
    });
  }

  async #tell(told: Told): Promise<void> {
    const heard = told.event === 'message' || told.event.startsWith('room-');
    // Nothing of its groups reaches an account that is logged out.
    if (heard && !this.#memory.loggedIn) return;
    if (heard) this.#lastTold = told;
    for (const key of this.#running) await this.#ways.get(key)?.(told);
    this.#look();
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
