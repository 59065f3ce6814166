/**
 * The words of the understanding: what it is given, what it says. The understanding itself (`understand.ts`) is a pure
 * function of these, so that bots, replay, tests and measurements run the same code.
 */
import type { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';

export type { Area, Kind, Urgency };

/** A place as said: labels without suffix, letters upper case, Arabic digits. `spot` is free text (电梯, 南门). */
export interface Place {
  building: string | null;
  unit: string | null;
  room: string | null;
  spot: string | null;
}

/** What is known of the group in which something was said. Changes rarely. */
export interface GroupSetting {
  /** Labels of all buildings of the community; empty when unknown. */
  buildings: readonly string[];
  /** Labels of the buildings this group is for; empty means all. */
  groupBuildings: readonly string[];
  locale: string;
  /** From how much belief on, 0 to 1, a message opens a matter, or is asked about (P2); the defaults of the policy where it is left out. */
  thresholds?: { act: number; ask: number };
  /** Weights that the community's own staff taught, by feature: added to what is believed of a matter. */
  correction?: Readonly<Record<string, number>>;
}

/** One message as the understanding hears it. Ids are opaque: database ids in the desk, export ids in replay. */
export interface HeardMessage {
  id: string;
  at: Date;
  senderId: string | null;
  senderName: string;
  /** The sender works for the office, or is its bot. */
  fromStaff: boolean;
  /** The flat on record for the sender, if any. */
  flat: Place | null;
  text: string;
  replyToId: string | null;
  /** What a platform without reply ids quotes instead. */
  quotedText: string | null;
  hasPhoto: boolean;
  hasVoice: boolean;
  albumKey: string | null;
  forwarded: boolean;
  /** It was settled what this is, though no known matter holds it: a ticket that was dismissed or merged, a doubt that staff answered, a report counted on a notice. */
  isSettled?: boolean;
}

/** A matter that the group has on record, open or settled lately. */
export interface KnownMatter {
  id: string;
  kind: Kind;
  area: Area;
  urgency: Urgency;
  place: Place;
  summary: string;
  /** Every message tied to it so far, first one first, the staff's answers included. */
  messages: readonly string[];
  reporterIds: readonly string[];
  openedAt: Date;
  lastMessageAt: Date;
  /** When it was settled, as far as the desk knows; null while open. */
  settledAt: Date | null;
}

/** What the group already knows when a message is heard. Never contains anything later than the message. */
export interface GroupContext {
  setting: GroupSetting;
  /** What was said before, oldest first; as much as {@link CONTEXT_MESSAGES} messages. */
  recent: readonly HeardMessage[];
  /** Matters open in this group, and those settled within {@link CONTEXT_DAYS} days, newest first. */
  matters: readonly KnownMatter[];
}

/** How far back the understanding looks. */
export const CONTEXT_MESSAGES = 60;
export const CONTEXT_DAYS = 7;

/** A matter as understood from one message. */
export interface HeardMatter {
  kind: Kind;
  area: Area;
  urgency: Urgency;
  place: Place;
  /** In the writer's words, at most 80 characters, without phone or identity numbers. */
  summary: string;
  /** To be carried on in private (P9b). */
  sensitive: boolean;
  /** 0–1: how sure the understanding is that the message opens this matter. */
  confidence: number;
}

/** How a message adds to a matter. `settled` says that it is over for the residents ("来电了"). */
export type AdditionPart = 'addition' | 'me_too' | 'correction' | 'chase' | 'settled';

/** What a message does. One message may do several things: two matters in one breath, or an addition and a new matter. */
export type Act =
  /** Opens a matter. `like`: the known matter that it may be a word on after all. */
  | { kind: 'report'; matter: HeardMatter; like?: string }
  /** May be a matter: the staff are asked. `like`: as of a report. */
  | { kind: 'doubt'; matter: HeardMatter; like?: string }
  /** Belongs to a known matter. `changes` is what is now understood better (a place, a raised urgency). */
  | {
      kind: 'addition';
      matterId: string;
      part: AdditionPart;
      changes: Partial<Pick<HeardMatter, 'kind' | 'area' | 'urgency' | 'place'>>;
    }
  /**
   * What somebody said before turns out to be a matter: by an answer of the staff, a neighbour's "me too", or more words of the same person.
   * This message is an answer of it, or adds to it.
   */
  | {
      kind: 'late_report';
      matter: HeardMatter;
      /** The message that opens it. */
      messageId: string;
      part: AdditionPart | 'answer';
      /** An answer that says that it is mended. */
      settles: boolean;
    }
  /** Staff answer the residents about a known matter, outside of any command. */
  | { kind: 'answer'; matterId: string; settles: boolean };

/** Why it was understood so (law 5). Names features and words, never the whole text. */
export type Explanation = {
  /** The understanding's own version, so that old decisions stay readable. */
  by: string;
  /** How much it is believed, 0 to 1, that the message opens a matter, without what the staff taught; left out where that was not asked. */
  believed?: number;
  /** What spoke for and against, strongest first. */
  reasons: { what: string; weight: number }[];
};

/** No acts: nothing for the office. */
export interface Understanding {
  acts: Act[];
  explanation: Explanation;
}

/** Pure: the same message in the same context is always understood the same way. */
export type Understand = (message: HeardMessage, context: GroupContext) => Understanding;
