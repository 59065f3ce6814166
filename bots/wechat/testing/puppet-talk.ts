import type { payloads } from 'wechaty-puppet';

/** What a puppet can ask WeChat, and what it says there. All of it survives `structuredClone`. */
export interface Questions {
  started: { puppet: string };
  stopped: { puppet: string };
  contact: { id: string };
  contactIds: Record<string, never>;
  alias: { id: string; alias: string };
  room: { id: string };
  roomIds: Record<string, never>;
  member: { roomId: string; id: string };
  message: { id: string };
  history: { roomId: string | null };
  file: { id: string };
  sendText: { to: string; text: string; mentions: string[] };
  sendFile: { to: string; name: string; mediaType: string; bytes: Uint8Array };
  recall: { id: string };
  quit: { roomId: string };
  ding: Record<string, never>;
}

export interface Answers {
  /** Our own id while logged in; else a code to be scanned, if there is one. */
  started: { selfId: string | null; qr: string | null };
  stopped: null;
  contact: payloads.Contact;
  contactIds: string[];
  alias: null;
  room: payloads.Room;
  roomIds: string[];
  member: payloads.RoomMember;
  message: payloads.Message;
  history: string[];
  file: { name: string; bytes: Uint8Array };
  sendText: string;
  sendFile: string;
  recall: boolean;
  quit: null;
  ding: null;
}

export type About = keyof Questions;

/** WeChat, as a puppet reaches it. */
export interface WechatServers {
  /** @throws what WeChat says against it */
  ask<A extends About>(about: A, question: Questions[A]): Promise<Answers[A]>;
}

/** What WeChat tells a puppet without being asked. */
export type Told =
  | { event: 'message'; payload: payloads.EventMessage }
  | { event: 'room-join'; payload: payloads.EventRoomJoin }
  | { event: 'room-leave'; payload: payloads.EventRoomLeave }
  | { event: 'room-topic'; payload: payloads.EventRoomTopic }
  /** What was known of it is not true any more. */
  | { event: 'changed'; payload: { what: 'Contact' | 'Room' | 'RoomMember' | 'Message'; id: string } }
  | { event: 'scan'; payload: payloads.EventScan }
  | { event: 'login'; payload: { contactId: string } }
  | { event: 'logout'; payload: { reason: string } };
