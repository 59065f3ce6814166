/**
 * What the server of the rooms and its page say to each other, as JSON. Types only: the page is checked against them.
 */

/** A room as the page shows it. */
export interface RoomView {
  id: string;
  title: string;
  kind: 'group' | 'direct';
  /** The only persona that sees a direct room. */
  personaId: string | null;
  /** False once the bot was removed or has left: it neither hears nor speaks there. */
  botIn: boolean;
}

/** Somebody one can speak as. */
export interface PersonaView {
  id: string;
  name: string;
  /** "3栋2单元501", "维修". */
  caption: string;
  /** The ids of the group rooms the persona is in. */
  rooms: string[];
}

export type AttachmentView = {
  /** The file's id: its bytes are at `/files/ID`. */
  id: string;
  kind: 'photo' | 'video' | 'voice' | 'file';
  mimeType: string;
  fileName: string;
};

/** The beginning of a message that another one replies to. */
export interface QuoteView {
  id: string;
  personaId: string | null;
  /** Shortened; empty for a photo without words and for a recalled message. */
  text: string;
  hasAttachments: boolean;
  recalled: boolean;
}

export interface MessageView {
  /** Decimal; a later message of a room has a greater one. */
  id: string;
  roomId: string;
  /** Null for the bot. */
  personaId: string | null;
  /** Empty when recalled. */
  text: string;
  at: string;
  editedAt: string | null;
  recalled: boolean;
  replyTo: QuoteView | null;
  choices: { id: string; label: string }[][];
  attachments: AttachmentView[];
  /** Emoji to the ids of the personas who chose it; `bot` for the bot. */
  reactions: Record<string, string[]>;
  /** The page's own key of the message, so that the sender's page knows its own again. */
  clientKey: string | null;
}

/** All that a page needs to begin. */
export interface RoomsView {
  rooms: RoomView[];
  personas: PersonaView[];
  /** There is a password, so there is something to sign out of. */
  canSignOut: boolean;
}

export interface HistoryView {
  /** Oldest first. */
  messages: MessageView[];
  /** There are older ones. */
  more: boolean;
}

/** What the live stream says. After `resync` something may have been missed: the page reads again. */
export type LiveView =
  | { type: 'message'; message: MessageView }
  | { type: 'room'; room: RoomView }
  | { type: 'persona'; persona: PersonaView }
  | { type: 'resync' };
