import type { payloads, types } from 'wechaty-puppet';

/** What somebody says. `text`, `file` or `raw` must be there. */
export interface Spoken {
  /** Who says it, by id; the bot's own id for what a person writes with the bot's account. */
  from: string;
  /** The group, by id; left out for a direct chat with the bot. */
  in?: string;
  text?: string;
  mentions?: readonly string[];
  file?: { kind: 'photo' | 'video' | 'voice' | 'file' | 'sticker'; name: string; bytes: Uint8Array };
  /** Laid over the payload: another type, appmsg XML as the text, … */
  raw?: { type?: types.Message; text?: string; filename?: string; id?: string };
  /** The platform's time; now, if left out. */
  at?: Date;
  /** It is in the history and no event tells of it. */
  silently?: boolean;
}

/** What the bot said. */
export interface SaidByBot {
  messageId: string;
  /** The group or the person, by the id under which it was said. */
  conversationId: string;
  text: string;
  mentions: string[];
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
  recalled: boolean;
}

/**
 * WeChat with one account of ours and the people around it. What is asked has happened, and the puppets that run have told
 * of it, when the promise resolves; a puppet that is away misses it for ever, unless it keeps history.
 */
export interface World {
  readonly selfName: string;
  /** The id of our account; changes with {@link World.reissue}. */
  selfId(): string;

  /** A new person; resolves to the id. */
  contact(person: { name: string; id?: string; alias?: string }): Promise<string>;
  /** A new group with the bot in it, unless `withoutBot`; resolves to the id. */
  room(room: { topic: string; id?: string; members?: readonly string[]; withoutBot?: boolean }): Promise<string>;
  /** The person calls themselves so from now on. */
  renameContact(contactId: string, name: string): Promise<void>;
  /** The name of a person within a group; empty takes it away. */
  nameInRoom(roomId: string, contactId: string, name: string): Promise<void>;
  /** The name that others see there. */
  nameIn(roomId: string, contactId: string): Promise<string>;
  members(roomId: string): Promise<string[]>;
  /** Gives a person, a group or our own account a new id, as a new login does; the old one is not known any more. */
  reissue(id: string): Promise<string>;

  /** Resolves to the id of the message. */
  say(spoken: Spoken): Promise<string>;
  /** They are members from now on, and nothing tells of it: puppets do not see every way into a group. */
  seat(roomId: string, contactIds: readonly string[]): Promise<void>;
  join(roomId: string, contactIds: readonly string[], inviterId?: string): Promise<void>;
  /** Leaves by themselves, or is removed by somebody. */
  leave(roomId: string, contactId: string, removerId?: string): Promise<void>;
  rename(roomId: string, topic: string, changerId: string): Promise<void>;
  /** Its writer takes a message back; resolves to the id of the message that tells so. */
  recall(messageId: string): Promise<string>;
  /** The message is gone, and nothing tells of it. */
  vanish(messageId: string): Promise<void>;
  /** Tells what was told last once more. */
  redeliver(): Promise<void>;

  /** A code to be scanned is shown. */
  scan(qr: string, status?: types.ScanStatus): Promise<void>;
  /** Somebody has scanned it. A puppet that starts later is logged in at once. */
  login(): Promise<void>;
  /** The platform ends the session. A puppet that starts later shows the code that {@link World.scan} gave last, if any. */
  logout(reason?: string): Promise<void>;

  /** The next `times` messages of the bot are turned away with an error of this message. */
  breakSends(reason: string, times?: number): Promise<void>;
  /** Messages of the bot to this group or person are turned away; null lets them pass again. */
  refuseIn(conversationId: string, reason: string | null): Promise<void>;
  /** From now on puppets hand out what was said while they were away, or do not. */
  keepHistory(keeps: boolean): Promise<void>;
  /** What our account says comes back as an event (default), or does not: puppets differ. */
  echo(echoes: boolean): Promise<void>;
  /** Nothing that a puppet asks is answered until {@link World.thaw}. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;

  /** What the bot said, oldest first; in one conversation or in all. */
  saidByBot(conversationId?: string): Promise<SaidByBot[]>;
  message(messageId: string): Promise<payloads.Message | null>;
  /** Resolves when this many puppets run and have been told how the login stands. */
  untilRunning(count: number): Promise<void>;
  /** Resolves when this holds, looked at whenever a puppet asked or told something. */
  until(holds: () => boolean): Promise<void>;
}
