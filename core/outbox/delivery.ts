import type { Logger } from 'pino';
import type { Channel } from '../channel/channel.ts';
import type { DeliveryOutcome, OutgoingMessage } from '../channel/outgoing.ts';
import type { Clock } from '../clock.ts';
import type { Database, Tx } from '../database.ts';
import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import type { AccountPace } from './account-pace.ts';
import type { Place } from './account-places.ts';
import { restIfFlooded } from './account-flood.ts';
import { AccountRests } from './account-rest.ts';
import { accountStanding } from './account-standing.ts';
import { afterOutcome } from './after-outcome.ts';
import { BellRope } from './bells.ts';
import type { Bells } from './bells.ts';
import { chooseNext } from './choose-next.ts';
import type { DropReason } from './choose-next.ts';
import { compose, otherForms } from './compose.ts';
import type { DeliveryFailed } from './delivery-failed.ts';
import { noteFailureOnTicket } from './delivery-failed.ts';
import { afterExpiry } from './expiry.ts';
import { leaveIfMeant, saysFarewell } from './farewell.ts';
import { handOnBrief } from './hand-on-brief.ts';
import { LANE_HEAD, pendingInLane, seenBy, tryLane } from './lane.ts';
import { channelKey } from './outgoing-files.ts';
import type { FileSources } from './outgoing-files.ts';
import { recordDecision, recordTry } from './record-decision.ts';
import { settleWord } from './settle-word.ts';
import { Yields, pacedUntil, turnOf } from './turn.ts';
import { SEND_PATIENCE_MS, withPatience } from './with-patience.ts';

/**
 * How a run through a conversation's lane ended.
 * - `empty`: nothing is pending.
 * - `wait`: something is pending, and nothing can be done before `until`.
 * - `busy`: somebody else is sending there, or for the account, at this moment. What they may have missed must be looked at again soon.
 * - `more`: as many messages were sent as were asked for, and there are others.
 */
export type LaneResult = { kind: 'empty' } | { kind: 'wait'; until: Date } | { kind: 'busy' } | { kind: 'more' };

export interface Delivery {
  /**
   * Sends what is due in a conversation, one message after the other. Each is sent and settled in one transaction that
   * holds the lane: when the process is killed in the middle, the lane is free at once, and only the message that was
   * in the air may be said twice.
   *
   * @param options.atMost how many messages to send at most; all, by default
   * @throws {UnknownChannelError} when this process does not run the conversation's channel
   */
  runLane(conversationId: string, options?: { atMost?: number }): Promise<LaneResult>;
}

export interface DeliveryParts {
  db: Database;
  clock: Clock;
  /** By {@link channelKey}. */
  channels: ReadonlyMap<string, Channel>;
  /** Who hands out files besides `channels`: for channels that this process does not run. */
  files?: FileSources;
  bells: Bells;
  log: Logger;
  /** Keeps the pace of the accounts that have no quota; left out where nobody else speaks and nobody counts. */
  pace?: AccountPace;
  /** What is done when a message is given up; by default it is put on the ticket. */
  onFailed?: DeliveryFailed;
  /** How long a channel may take to send one message. */
  patienceMs?: number;
}

/** A conversation on a channel that this process does not run. */
export class UnknownChannelError extends Error {
  override readonly name = 'UnknownChannelError';
  /** On which account the conversation is. */
  readonly at: { channel: string; account: string };

  constructor({ channel, account }: { channel: string; account: string }) {
    super(`this process does not run the channel ${channelKey(channel, account)}`);
    this.at = { channel, account };
  }
}

/** While an account is stopped, nobody needs to look: whoever lifts the stop rings. */
const STOPPED_LOOK_AGAIN_MS = 24 * 3_600_000;

/** How often a platform is asked at most within one transaction: a message has at most three forms. */
const MOST_ASKS = 3;

/** What came of a word: out, not out, or not tried because the account's pace does not allow it before `until`. */
type Sending = { kind: 'out' | 'not_out' } | { kind: 'wait'; until: Date };

type Step = LaneResult | { kind: 'went_on'; hasSent: boolean; rest: LaneResult };

export function createDelivery(parts: DeliveryParts): Delivery {
  const { db, clock, channels, bells, log, onFailed = noteFailureOnTicket, patienceMs = SEND_PATIENCE_MS } = parts;
  /** With a quota, {@link turnOf} keeps the pace of the account, too. */
  const placeFor = async (channel: Channel, { priority }: OutboxMessage, form: OutgoingMessage): Promise<Place> =>
    channel.quota || !parts.pace
      ? { kind: 'go' }
      : parts.pace.take(channel, { priority, messages: channel.countOf?.(form) ?? messagesIn(form) });
  const rests = new AccountRests();
  const yields = new Yields();
  const sources: FileSources = new Map([...channels, ...(parts.files ?? [])]);
  const patience = { maxWait: 10_000, timeout: MOST_ASKS * patienceMs + 15_000 };

  return {
    async runLane(conversationId, { atMost = Infinity } = {}) {
      let sent = 0;
      for (;;) {
        const rope = new BellRope();
        const step = await db.$transaction((tx) => takeOne(tx, conversationId, rope), patience);
        await rope.pull(bells, clock.now());
        if (step.kind !== 'went_on') return step;
        if (step.hasSent) sent += 1;
        if (sent >= atMost) return step.rest;
      }
    },
  };

  async function takeOne(tx: Tx, conversationId: string, rope: BellRope): Promise<Step> {
    if (!(await tryLane(tx, conversationId))) return { kind: 'busy' };
    const now = clock.now();
    const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    const inLane = await pendingInLane(tx, conversationId, now);
    if (inLane.length === 0) return { kind: 'empty' };
    const channel = channelOf(conversation);
    const account = await accountStanding(tx, channel);
    const pending = await seenBy(tx, inLane, channel, account.loggedInAt);

    const { dropped, next, wakeAt } = chooseNext(pending, now);
    for (const { row, reason } of dropped) {
      if (reason === 'superseded' && !channel.capabilities.edits) await handOnBrief(tx, row, pending, now);
      await drop(tx, row.id, reason, rope);
    }
    if (conversation.pausedUntil && conversation.pausedUntil > now)
      return { kind: 'wait', until: conversation.pausedUntil };
    if (!next) return wakeAt ? { kind: 'wait', until: wakeAt } : goOn({ kind: 'more' });

    const row = await tx.outboxMessage.findUniqueOrThrow({ where: { id: next.id } });
    if (conversation.communityId !== null && saysFarewell(row)) {
      await drop(tx, row.id, 'linked', rope);
      return goOn({ kind: 'more' });
    }
    if (account.isStopped) return { kind: 'wait', until: new Date(now.getTime() + STOPPED_LOOK_AGAIN_MS) };
    const restsUntil = channel.exclusive ? rests.until(keyOf(channel), now, account.loggedInAt) : null;
    if (restsUntil) return { kind: 'wait', until: restsUntil };
    const turn = await turnOf(tx, row, { conversation, channel, yields, now });
    if (turn.kind === 'wait' && turn.ring) rope.lane(turn.ring);
    if (turn.kind === 'wait') return { kind: 'wait', until: turn.until };
    if (turn.kind === 'busy') return { kind: 'busy' };

    const sending = await sendOne(tx, row, conversation, channel, rope);
    if (sending.kind === 'wait') return sending;
    const hasSent = sending.kind === 'out';
    if (pending.length - dropped.length === 1 && pending.length < LANE_HEAD) return goOn({ kind: 'empty' }, hasSent);
    const after = clock.now();
    const until = await pacedUntil(tx, conversation, channel, after);
    return goOn(until > after ? { kind: 'wait', until } : { kind: 'more' }, hasSent);
  }

  async function drop(tx: Tx, outboxId: string, reason: DropReason, rope: BellRope): Promise<void> {
    const now = clock.now();
    const row = await tx.outboxMessage.findUniqueOrThrow({ where: { id: outboxId } });
    await settleWord(tx, outboxId, { state: 'dropped', failure: reason, at: now });
    log.info({ outboxId, conversationId: row.conversationId, reason }, 'message dropped');
    const after = reason === 'expired' ? afterExpiry(row.purpose) : 'nothing';
    if (after === 'nothing') return;
    const report = after === 'note' ? noteFailureOnTicket : onFailed;
    await report(tx, row, { kind: 'expired', reason: 'not sent in time' }, { now, rope });
  }

  /** Tries to send one message and writes down what came of it. */
  async function sendOne(
    tx: Tx,
    row: OutboxMessage,
    conversation: Conversation,
    channel: Channel,
    rope: BellRope,
  ): Promise<Sending> {
    const tries = await tx.delivery.findMany({ where: { outboxId: row.id }, select: { outcome: true } });
    const count = (outcome: string) => tries.filter((one) => one.outcome === outcome).length;
    const before = { faults: count('platform_down'), upgrades: count('upgraded') };
    let attempt = tries.length + 1;

    const composed = await compose(tx, row, before.faults, { conversation, channel, sources, log });
    if (composed.kind === 'nothing_new') {
      await drop(tx, row.id, 'nothing_new', rope);
      return { kind: 'not_out' };
    }
    // The last thing before it is sent: a place is good for an instant only.
    const place = composed.kind === 'failed' ? null : await placeFor(channel, row, composed.message);
    if (place?.kind === 'wait') return place;
    const send = async (form: OutgoingMessage): Promise<DeliveryOutcome> => {
      const outcome = await withPatience(() => channel.send(form), patienceMs);
      if (channel.exclusive) rests.note(keyOf(channel), outcome, clock.now());
      return outcome;
    };
    let outcome: DeliveryOutcome = composed.kind === 'failed' ? composed : await send(composed.message);
    for (const form of composed.kind === 'failed' ? [] : otherForms(composed.message)) {
      if (!isRefusal(outcome)) break;
      await recordTry(tx, row, { channel, attempt, outcome, at: clock.now() });
      // The word has begun: it is not put off any more.
      await placeFor(channel, { ...row, priority: 0 }, form);
      attempt += 1;
      outcome = await send(form);
    }

    const now = clock.now();
    const decision = afterOutcome(outcome, before, now);
    await recordTry(tx, row, { channel, attempt, outcome, at: now });
    const isLoggedOut = decision.kind === 'pause' && decision.operatorMustAct;
    // An account that only this process speaks for rests as a whole, and no longer than until it is logged in again.
    if (!(isLoggedOut && channel.exclusive)) {
      const said = composed.kind === 'failed' ? [] : composed.said;
      await recordDecision(tx, row, conversation, decision, { failed: onFailed, rope, now, said });
    }
    if (decision.kind === 'pause' && !isLoggedOut && parts.pace && !channel.quota)
      await restIfFlooded(tx, channel, decision.until);
    const ids = { outboxId: row.id, conversationId: conversation.id, attempt, decision: decision.kind };
    if (isLoggedOut) {
      log.error(
        { ...ids, channel: channel.name, account: channel.account },
        'our account is logged out; an operator must act',
      );
    } else if (outcome.kind === 'failed') log.warn({ ...ids, failure: outcome.failure.kind }, 'message not delivered');
    else log.info(ids, 'message sent');
    if (decision.kind === 'sent' || decision.kind === 'failed')
      await leaveIfMeant(tx, row, { conversation, channel, log, patienceMs });
    return { kind: decision.kind === 'sent' ? 'out' : 'not_out' };
  }

  function channelOf(conversation: Conversation): Channel {
    const channel = channels.get(channelKey(conversation.channel, conversation.account));
    if (!channel) throw new UnknownChannelError(conversation);
    return channel;
  }
}

const keyOf = (channel: Channel): string => channelKey(channel.name, channel.account);

const goOn = (rest: LaneResult, hasSent = false): Step => ({ kind: 'went_on', hasSent, rest });

/** As how many messages a platform counts it at most. */
const messagesIn = ({ text, files, poll, recallIds }: OutgoingMessage): number =>
  Math.max(1, recallIds.length + (text === '' ? 0 : 1) + files.length + (poll === null ? 0 : 1));

const isRefusal = (outcome: { kind: string; failure?: { kind: string } }): boolean =>
  outcome.failure?.kind === 'refused';
