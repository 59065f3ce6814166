import type { Logger } from 'pino';
import type { Quota } from '../channel/channel.ts';
import type { ChannelEventOf } from '../channel/event.ts';
import type { OutgoingContent } from '../channel/outgoing.ts';
import type { Purpose } from '../../prisma/generated/enums.ts';
import type { OpinionSource } from '../intake/opinion/opinion.ts';
import type { Understand } from '../intake/understanding.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { ConversationAtHand } from '../people/conversation.ts';
import type { Speaker } from '../people/identify.ts';
import type { SaidChoice } from '../outbox/numbered.ts';
import { say, type About } from '../outbox/say.ts';
import type { Step } from '../step.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';

export type QuotaOf = (channel: string, account: string) => Quota | undefined;

/** What the desk is made with. */
export interface DeskTools {
  understand: Understand;
  /** Who is asked about a doubt before the staff are, where a language model is configured. */
  opinions?: OpinionSource;
  log: Logger;
  /** What the desk allows itself on an account, where it restrains itself at all. */
  quotaOf?: QuotaOf;
  /** The address under which devices reach the desk, without a slash at its end. */
  httpBase?: string;
  /** Of communities founded from a chat (`/setup`). */
  defaults: { locale: string; timeZone: string };
}

/** A message on record, in a conversation of a community, with who wrote it and what it replies to. */
export interface Scene {
  tools: DeskTools;
  step: Step;
  community: CommunityInForce;
  conversation: ConversationAtHand;
  /** Without the mention that called the bot; with the message that is quoted, where it was found by its text. */
  event: ChannelEventOf<'message'>;
  message: { id: string; externalId: string; text: string; attachments: { id: string }[] };
  speaker: Speaker | null;
  /** The word of ours that is replied to. */
  target: Target | null;
}

/** Somebody's word to the desk, as far as carrying it out goes. `message` is on record. */
export type Deed = Pick<Scene, 'step' | 'community' | 'conversation' | 'speaker' | 'message'> & {
  /** No ticket was named: the reply says which it was, where else a reaction would do. */
  unnamed?: boolean;
};

/** Somebody known makes a choice that a word of ours offered. */
export type Choosing = Pick<Scene, 'step' | 'community' | 'conversation' | 'message'> & {
  speaker: Speaker;
  /** By a message of their own, which is on record, and not by a press: no card changes before their eyes. */
  inWords: boolean;
};

export interface Target {
  ticketId: string | null;
  /** What it tells of, where that is no ticket. */
  about: About | null;
  purpose: Purpose;
  /** As they were shown in words; none where there were none, or buttons carry them. */
  choices: SaidChoice[];
}

/** The language for answers to this very person (P9c): a resident's own; in the office's groups the community's. */
export function textsOf({ community, speaker }: Pick<Scene, 'community' | 'speaker'>): Texts {
  return textsFor(localeOf({ community, speaker }));
}

/** The language in which whoever wrote is answered. */
export function localeOf({ community, speaker }: Pick<Scene, 'community' | 'speaker'>): string {
  return (speaker?.staff ? null : speaker?.locale) ?? community.locale;
}

/** Answers the writer where they wrote, as a reply. Said once per message and `topic`. */
export async function replyTo(
  scene: Pick<Scene, 'step' | 'conversation' | 'message'>,
  topic: string,
  content: OutgoingContent,
  ticketId: string | null = null,
  about: About | null = null,
): Promise<void> {
  await say(scene.step, {
    conversationId: scene.conversation.id,
    ticketId,
    about,
    purpose: 'answer',
    content,
    replyToExternalId: scene.message.externalId,
    dedupeKey: `${topic}:${scene.message.id}`,
  });
  scene.step.rope.lane(scene.conversation.id);
}
