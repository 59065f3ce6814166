import type { EventAttachment } from '../../core/channel/event.ts';

/** Something quoted: by the platform's id where the quote has one, and as it was shown. */
export interface Quote {
  id: string | null;
  /** The name beside it, without what surrounds it. */
  name: string | null;
  /** The words quoted, perhaps cut off at the end. */
  text: string;
}

/** What a message of WeChat says, before anybody is looked up. */
export type Said =
  | {
      kind: 'words';
      /** What its writer wrote or chose to show, without the quote; empty for a photo. */
      text: string;
      quote: Quote | null;
      /** Bytes to be fetched, and as what. */
      attachment: Omit<EventAttachment, 'ref'> | null;
      forwarded: boolean;
      /** The bot was mentioned by id, or by its name with WeChat's separator. */
      toBot: boolean;
    }
  | { kind: 'recall'; messageId: string }
  /** Nothing for the office, and why: red_packet, transfer, pat, system, contact_card, unknown. */
  | { kind: 'nothing'; why: string };
