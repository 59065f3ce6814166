import { types } from 'wechaty-puppet';
import type { payloads } from 'wechaty-puppet';
import type { About, Answers, Questions } from './puppet-talk.ts';
import type { WechatMemory } from './wechat-memory.ts';
import type { SaidByBot } from './world.ts';

/** WeChat lets people take back what they said for two minutes. */
const RECALLABLE_MS = 2 * 60_000;

type Answering = { [A in About]: (question: Questions[A]) => Promise<Answers[A]> };

/** What WeChat answers to puppets. `hear` tells what our account said to the puppets that run. */
export function answersOf(
  memory: WechatMemory,
  hear: (messageId: string) => Promise<void>,
): Omit<Answering, 'started' | 'stopped'> {
  const sent = async (
    to: string,
    said: Pick<SaidByBot, 'text' | 'mentions' | 'file'>,
    type: types.Message,
  ): Promise<string> => {
    mayPass(memory, to);
    const id = memory.newId('message');
    const place = memory.rooms.has(to) ? { roomId: to, mentionIdList: said.mentions } : { listenerId: to };
    const filename = said.file ? { filename: said.file.name } : {};
    const payload: payloads.Message = {
      id,
      talkerId: memory.selfId,
      text: said.text,
      timestamp: Date.now(),
      type,
      ...filename,
      ...place,
    };
    memory.messages.set(id, payload);
    if (said.file) memory.files.set(id, said.file);
    memory.saidByBot.push({ messageId: id, conversationId: to, recalled: false, ...said });
    if (memory.echoes) await hear(id);
    return id;
  };

  return {
    ding: async () => null,
    contact: async ({ id }) => memory.contactPayload(id),
    contactIds: async () => [...memory.contacts.keys()],
    alias: async ({ id, alias }) => {
      const contact = memory.contacts.get(id);
      if (contact) contact.alias = alias;
      return null;
    },
    room: async ({ id }) => memory.roomPayload(id),
    roomIds: async () => [...memory.rooms.values()].filter((r) => r.memberIds.includes(memory.selfId)).map((r) => r.id),
    member: async ({ roomId, id }) => memory.memberPayload(roomId, id),
    message: async ({ id }) => memory.messagePayload(id),
    history: async ({ roomId }) =>
      memory.keepsHistory
        ? [...memory.messages.values()].filter((m) => roomId === null || m.roomId === roomId).map((m) => m.id)
        : [],
    file: async ({ id }) => {
      const file = memory.files.get(id);
      if (!file) throw new Error(`no file: ${id}`);
      return file;
    },
    sendText: ({ to, text, mentions }) => sent(to, { text, mentions, file: null }, types.Message.Text),
    sendFile: ({ to, name, mediaType, bytes }) => {
      const type = mediaType.startsWith('image/') ? types.Message.Image : types.Message.Attachment;
      return sent(to, { text: '', mentions: [], file: { name, mediaType, bytes } }, type);
    },
    recall: async ({ id }) => {
      const said = memory.saidByBot.find((one) => one.messageId === id);
      const message = memory.messages.get(id);
      if (!said || !message || Date.now() - message.timestamp > RECALLABLE_MS) return false;
      said.recalled = true;
      return true;
    },
    quit: async ({ roomId }) => {
      const room = memory.roomOf(roomId);
      room.memberIds = room.memberIds.filter((id) => id !== memory.selfId);
      return null;
    },
  };
}

/** @throws what WeChat says when it does not take a message to `to` */
function mayPass(memory: WechatMemory, to: string): void {
  if (!memory.loggedIn) throw new Error('not logged in');
  const broken = memory.brokenSends.shift();
  if (broken !== undefined) throw new Error(broken);
  const refusal = memory.refusals.get(to);
  if (refusal !== undefined) throw new Error(refusal);
  const room = memory.rooms.get(to);
  if (room && !room.memberIds.includes(memory.selfId)) throw new Error(`not a member of ${to}`);
  if (!room && !memory.contacts.has(to)) throw new Error(`no such contact or room: ${to}`);
}
