import { randomUUID } from 'node:crypto';
import { FileBox } from 'file-box';
import type { FileBoxInterface } from 'file-box';
import { types } from 'wechaty-puppet';
import type { filters, payloads } from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';
import type { Told, WechatServers } from './puppet-talk.ts';
import type { WechatWorld } from './wechat-world.ts';

/** wechaty-puppet-mock in front of {@link WechatServers}: with message ids, mentions, files, history and a login that lasts. */
export class WorldPuppet extends PuppetMock {
  readonly key = randomUUID();
  readonly #servers: WechatServers;

  constructor(servers: WechatServers) {
    super({});
    this.#servers = servers;
    // The mock's types promise that sending has no answer; the contract of puppets, and this one, answer with the id.
    Object.assign(this, {
      messageSendText: (to: string, text: string, mentions: string[] = []): Promise<string> =>
        servers.ask('sendText', { to, text, mentions: [...mentions] }),
      messageSendFile: async (to: string, file: FileBoxInterface): Promise<string> => {
        const bytes = await file.toBuffer();
        return await servers.ask('sendFile', { to, name: file.name, mediaType: file.mediaType, bytes });
      },
    });
  }

  /** WeChat tells something. */
  told(told: Told): void {
    if (told.event === 'login') {
      if (!this.isLoggedIn) this.login(told.payload.contactId);
      return;
    }
    if (told.event === 'logout') {
      void this.logout(told.payload.reason);
      return;
    }
    switch (told.event) {
      case 'message':
        this.emit('message', told.payload);
        break;
      case 'room-join':
        this.#dirty(types.Dirty.Room, told.payload.roomId);
        this.#dirty(types.Dirty.RoomMember, told.payload.roomId);
        this.emit('room-join', told.payload);
        break;
      case 'room-leave':
        this.#dirty(types.Dirty.Room, told.payload.roomId);
        this.#dirty(types.Dirty.RoomMember, told.payload.roomId);
        this.emit('room-leave', told.payload);
        break;
      case 'room-topic':
        this.#dirty(types.Dirty.Room, told.payload.roomId);
        this.#dirty(types.Dirty.RoomMember, told.payload.roomId);
        this.emit('room-topic', told.payload);
        break;
      case 'changed':
        this.#dirty(types.Dirty[told.payload.what], told.payload.id);
        break;
      case 'scan':
        this.emit('scan', told.payload);
        break;
    }
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    const { selfId, qr } = await this.#servers.ask('started', { puppet: this.key });
    setImmediate(() => {
      if (selfId !== null) this.told({ event: 'login', payload: { contactId: selfId } });
      else if (qr !== null) this.emit('scan', { qrcode: qr, status: types.ScanStatus.Waiting });
    });
  }

  override async onStop(): Promise<void> {
    await this.#servers.ask('stopped', { puppet: this.key });
    await super.onStop();
  }

  override ding(data?: string): void {
    void this.#servers.ask('ding', {}).then(() => this.emit('dong', { data: data ?? '' }));
  }

  override contactList(): Promise<string[]> {
    return this.#servers.ask('contactIds', {});
  }

  override contactRawPayload(id: string): Promise<payloads.Contact> {
    return this.#servers.ask('contact', { id });
  }

  override contactAlias(contactId: string): Promise<string>;
  override contactAlias(contactId: string, alias: string | null): Promise<void>;
  override async contactAlias(contactId: string, alias?: string | null): Promise<string | void> {
    if (alias === undefined) return (await this.#servers.ask('contact', { id: contactId })).alias ?? '';
    await this.#servers.ask('alias', { id: contactId, alias: alias ?? '' });
  }

  override roomList(): Promise<string[]> {
    return this.#servers.ask('roomIds', {});
  }

  override roomRawPayload(id: string): Promise<payloads.Room> {
    return this.#servers.ask('room', { id });
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return (await this.#servers.ask('room', { id: roomId })).memberIdList;
  }

  override roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    return this.#servers.ask('member', { roomId, id });
  }

  override async roomQuit(roomId: string): Promise<void> {
    await this.#servers.ask('quit', { roomId });
  }

  override messageRawPayload(id: string): Promise<payloads.Message> {
    return this.#servers.ask('message', { id });
  }

  override messageRecall(id: string): Promise<boolean> {
    return this.#servers.ask('recall', { id });
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    return await this.#fileOf(id);
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return await this.#fileOf(id);
  }

  override async messageSearch(query?: filters.Message): Promise<string[]> {
    if (query?.id !== undefined) return await super.messageSearch(query);
    return await this.#servers.ask('history', { roomId: query?.roomId ?? null });
  }

  #dirty(payloadType: types.Dirty, payloadId: string): void {
    this.emit('dirty', { payloadType, payloadId });
  }

  async #fileOf(id: string): Promise<FileBoxInterface> {
    const { name, bytes } = await this.#servers.ask('file', { id });
    return FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
  }
}

/** A puppet of that world in this process; not started. */
export function puppetOf(world: WechatWorld): WorldPuppet {
  const puppet = new WorldPuppet(world);
  world.connect(puppet.key, (told) => puppet.told(told));
  return puppet;
}
