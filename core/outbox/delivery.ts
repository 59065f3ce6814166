import type { Logger } from 'pino';
import type { Channel } from '../channel/channel.ts';
import { outgoingContentSchema, type DeliveryOutcome, type OutgoingMessage } from '../channel/outgoing.ts';
import type { Clock } from '../clock.ts';
import type { Database, Tx } from '../database.ts';
import type { Conversation, OutboxMessage } from '../../prisma/generated/client.ts';
import { afterOutcome } from './after-outcome.ts';
import { BellRope } from './bells.ts';
import type { Bells } from './bells.ts';
import { chooseNext } from './choose-next.ts';
import type { DropReason } from './choose-next.ts';
import { compose, otherForms } from './compose.ts';
import type { DeliveryFailed } from './delivery-failed.ts';
import { noteFailureOnTicket } from './delivery-failed.ts';
import { LANE_HEAD, pendingInLane, tryLane } from './lane.ts';
import { channelKey } from './outgoing-files.ts';
import { nextSendAt, paceMemory } from './pace.ts';
import { recordDecision, recordTry } from './record-decision.ts';
import { SEND_PATIENCE_MS, withPatience } from './with-patience.ts';

/**
 * How a run through a conversation's lane ended.
 * - `empty`: nothing is pending.
 * - `wait`: something is pending, and nothing can be done before `until`.
 * - `busy`: somebody else is sending there at this moment. What they may have missed must be looked at again soon.
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
  bells: Bells;
  log: Logger;
  /** What is done when a message is given up; by default it is put on the ticket. */
  onFailed?: DeliveryFailed;
  /** How long a channel may take to send one message. */
  patienceMs?: number;
}

/** A conversation on a channel that this process does not run. */
export class UnknownChannelError extends Error {
  override readonly name = 'UnknownChannelError';
}

/** How often a platform is asked at most within one transaction: a message has at most three forms. */
const MOST_ASKS = 3;

type Step = LaneResult | { kind: 'went_on'; hasSent: boolean; rest: LaneResult };

export function createDelivery(parts: DeliveryParts): Delivery {
  const { db, clock, channels, bells, log, onFailed = noteFailureOnTicket, patienceMs = SEND_PATIENCE_MS } = parts;
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
    const pending = await pendingInLane(tx, conversationId, now);
    if (pending.length === 0) return { kind: 'empty' };
    if (conversation.pausedUntil && conversation.pausedUntil > now)
      return { kind: 'wait', until: conversation.pausedUntil };

    const { dropped, next, wakeAt } = chooseNext(pending, now);
    for (const { row, reason } of dropped) await drop(tx, row.id, conversationId, reason);
    if (!next) return wakeAt ? { kind: 'wait', until: wakeAt } : goOn({ kind: 'more' });

    const row = await tx.outboxMessage.findUniqueOrThrow({ where: { id: next.id } });
    if (conversation.communityId !== null && saysFarewell(row)) {
      await drop(tx, row.id, conversationId, 'linked');
      return goOn({ kind: 'more' });
    }
    const channel = channelOf(conversation);
    const recent = await recentlySent(tx, conversation, channel, now);
    const paced = nextSendAt(recent, channel.pace, conversation.kind, now);
    if (paced > now) return { kind: 'wait', until: paced };

    const hasSent = await sendOne(tx, row, conversation, channel, rope);
    if (pending.length - dropped.length === 1 && pending.length < LANE_HEAD) return goOn({ kind: 'empty' }, hasSent);
    const after = clock.now();
    const spoken = await recentlySent(tx, conversation, channel, after);
    const until = nextSendAt(spoken, channel.pace, conversation.kind, after);
    return goOn(until > after ? { kind: 'wait', until } : { kind: 'more' }, hasSent);
  }

  async function drop(tx: Tx, outboxId: string, conversationId: string, reason: DropReason): Promise<void> {
    const settled = { state: 'dropped' as const, settledAt: clock.now(), failure: reason };
    await tx.outboxMessage.update({ where: { id: outboxId }, data: settled });
    log.info({ outboxId, conversationId, reason }, 'message dropped');
  }

  /** Tries to send one message and writes down what came of it. Returns whether it is out. */
  async function sendOne(
    tx: Tx,
    row: OutboxMessage,
    conversation: Conversation,
    channel: Channel,
    rope: BellRope,
  ): Promise<boolean> {
    const tries = await tx.delivery.findMany({ where: { outboxId: row.id }, select: { outcome: true } });
    const count = (outcome: string) => tries.filter((one) => one.outcome === outcome).length;
    const before = { faults: count('platform_down'), upgrades: count('upgraded') };
    let attempt = tries.length + 1;

    const composed = await compose(tx, row, before.faults, { conversation, channel, channels, log });
    const send = (form: OutgoingMessage) => withPatience(() => channel.send(form), patienceMs);
    let outcome: DeliveryOutcome = composed.kind === 'failed' ? composed : await send(composed.message);
    for (const form of composed.kind === 'failed' ? [] : otherForms(composed.message)) {
      if (!isRefusal(outcome)) break;
      await recordTry(tx, row, attempt, outcome, clock.now());
      attempt += 1;
      outcome = await send(form);
    }

    const now = clock.now();
    const decision = afterOutcome(outcome, before, now);
    await recordTry(tx, row, attempt, outcome, now);
    await recordDecision(tx, row, conversation, decision, { failed: onFailed, rope, now });
    const ids = { outboxId: row.id, conversationId: conversation.id, attempt, decision: decision.kind };
    if (decision.kind === 'pause' && decision.operatorMustAct) {
      log.error(
        { ...ids, channel: channel.name, account: channel.account },
        'our account is logged out; an operator must act',
      );
    } else if (outcome.kind === 'failed') log.warn({ ...ids, failure: outcome.failure.kind }, 'message not delivered');
    else log.info(ids, 'message sent');
    if (decision.kind === 'sent' || decision.kind === 'failed') await leaveIfMeant(tx, row, conversation, channel);
    return decision.kind === 'sent';
  }

  /** The bot goes once it has said why, or could not. A platform that keeps it there is asked again by nobody: it was told. */
  async function leaveIfMeant(tx: Tx, row: OutboxMessage, conversation: Conversation, channel: Channel): Promise<void> {
    if (!saysFarewell(row)) return;
    // Somebody may have linked the group while it was told.
    const { communityId } = await tx.conversation.findUniqueOrThrow({ where: { id: conversation.id } });
    if (communityId !== null) return;
    const outcome = await withPatience(() => channel.leave(conversation.externalId), patienceMs);
    log.info({ conversationId: conversation.id, outcome: outcome.kind }, 'group left');
    const data = { state: 'left' as const, stateReason: 'nobody linked it' };
    await tx.conversation.update({ where: { id: conversation.id }, data });
  }

  function channelOf(conversation: Conversation): Channel {
    const key = channelKey(conversation.channel, conversation.account);
    const channel = channels.get(key);
    if (!channel) throw new UnknownChannelError(`this process does not run the channel ${key}`);
    return channel;
  }
}

const goOn = (rest: LaneResult, hasSent = false): Step => ({ kind: 'went_on', hasSent, rest });

function saysFarewell(row: OutboxMessage): boolean {
  const content = outgoingContentSchema.safeParse(row.content);
  return content.success && content.data.leave === true;
}

const isRefusal = (outcome: { kind: string; failure?: { kind: string } }): boolean =>
  outcome.failure?.kind === 'refused';

/**
 * When messages reached the conversation, or may have; a word that became several counts as often. What a platform
 * turned away does not count against its pace.
 */
async function recentlySent(tx: Tx, conversation: Conversation, channel: Channel, now: Date): Promise<Date[]> {
  const { count, windowMs } = paceMemory(channel.pace, conversation.kind);
  const rows = await tx.delivery.findMany({
    where: {
      conversationId: conversation.id,
      at: { gt: new Date(now.getTime() - windowMs) },
      outcome: { in: ['sent', 'platform_down'] },
    },
    orderBy: { at: 'desc' },
    take: count,
    select: { at: true, outcome: true, outbox: { select: { _count: { select: { sent: true } } } } },
  });
  return rows.flatMap(({ at, outcome, outbox }) => {
    const messages = outcome === 'sent' ? Math.max(1, outbox._count.sent) : 1;
    return Array.from({ length: messages }, () => at);
  });
}
