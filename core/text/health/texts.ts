import type { AccountLine, AccountView } from '../people/texts.ts';

/** Something wrong with a channel; instants and durations are in words. */
export type ChannelTrouble =
  | { kind: 'unreachable'; group: string; since: string; why: 'left' | 'refused' | 'failing' }
  /** `usual`: how many messages come there in the same time of other weeks. */
  | { kind: 'silent'; group: string; since: string; usual: number }
  /** `platform`: whose clock is ahead of ours; null: the database's differs from this machine's. */
  | { kind: 'clock_skew'; platform: string | null; by: string }
  | { kind: 'queue_lag'; queue: 'outbox' | 'inbound' | 'deadlines'; since: string }
  | { kind: 'account_down'; account: AccountView; since: string };

/** A group in the list of channels. */
export interface GroupLine {
  title: string;
  platform: string;
  audience: 'residents' | 'staff' | 'managers';
  state: 'active' | 'left' | 'unreachable';
  /** When something was last heard there, in words; null: never. */
  heard: string | null;
}

/** How the channels are (P10b); a part of `Texts`. */
export interface HealthTexts {
  /** What, since when, what it means, what is to be done; for each of them. */
  channelsTroubled(troubles: ChannelTrouble[]): string;
  /** They are over. */
  channelsWell(over: { trouble: ChannelTrouble; lasted: string }[]): string;
  channels(groups: GroupLine[], accounts: AccountLine[], troubles: ChannelTrouble[]): string;
  /** One line on the card. */
  missingNote(from: string, until: string): string;
}
