import type { Logger } from 'pino';
import type { Channel } from '../../../core/channel/channel.ts';
import type {
  DeliveryFailure,
  DeliveryOutcome,
  OutgoingFile,
  OutgoingMessage,
} from '../../../core/channel/outgoing.ts';
import { faultOf } from '../../../core/fault.ts';
import { Memory } from '../../progress.ts';
import { failureOf } from './failure.ts';
import { Latest } from '../listen/latest.ts';
import { within } from '../within.ts';
import type { AwaitedEcho, Echoes } from './echo.ts';
import { fileNameOf, inWords, planSteps } from './plan.ts';
import type { Step } from './plan.ts';
import { quotedOf } from './quote.ts';
import { takeBack } from './take-back.ts';
import type { Quoted, QuoteParts } from './quote.ts';
import { whereIs } from './where.ts';
import type { Target, WhereParts } from './where.ts';
import type { Online, Session } from '../session.ts';
import { writeQuote } from '../translate/quote.ts';

export interface SendParts extends WhereParts, QuoteParts {
  session: Pick<Session, 'online'>;
  echoes: Echoes;
  files: Pick<Channel, 'fetchFile'>;
  /** Why nothing can be sent while the session is not online. */
  offline: () => DeliveryFailure;
  /** Resolves when the books know of the present login: before, an id may be one of the login before it. */
  ready: () => Promise<void>;
  log: Logger;
  /** How long the platform may take for one message. */
  callMs?: number | undefined;
  /** How long to listen for our own words where the platform does not tell their id. */
  echoMs?: number | undefined;
}

const CALL_MS = 20_000;
/** Our own words come back within moments, if at all. */
const ECHO_MS = 5_000;
const REMEMBERED_DOUBTS = 500;
/** Putting down a login takes a moment, and as long as the database is away. */
const NOT_READY: DeliveryFailure = { kind: 'must_wait', reason: 'the login is not put down yet', waitMs: 10_000 };

/** Speaks. In this process, nothing that was said is said again for the same `sendKey`. */
export function createSend(parts: SendParts): Pick<Channel, 'send' | 'leave'> {
  const { session, books, faces, echoes, offline, clock, log, callMs = CALL_MS, echoMs = ECHO_MS } = parts;
  const memory = new Memory();
  /** What may have been said although the platform failed: when it is heard later, it is not said again. */
  const doubtful = new Latest<AwaitedEcho>(REMEMBERED_DOUBTS);

  return {
    // Core stops waiting for a message while its calls may still run on, and asks again.
    send: (message) => memory.once(message.sendKey, () => speak(message)),
    leave,
  };

  async function speak(message: OutgoingMessage): Promise<DeliveryOutcome> {
    if (message.recallIds.length > 0) return recall(message.recallIds);
    const steps = planSteps(message);
    if (steps.length === 0) return failed({ kind: 'refused', reason: 'there is nothing to say' });
    const progress = memory.progressOf(message.sendKey, steps);
    if (progress.steps === steps.length) return { kind: 'sent', externalIds: [...progress.externalIds] };
    const online = session.online();
    if (!online) return failed(offline());
    if (!(await isReady())) return failed(NOT_READY);
    const target = await whereIs(parts, message.conversationId);
    if (target.kind !== 'target') return failed(session.online() === online ? target : offline());
    const quoted = await quotedOf(parts, online, message, target);
    try {
      for (const [index, step] of steps.entries()) {
        if (index < progress.steps) continue;
        const place = `${message.sendKey}:${index}`;
        const id = doubtful.get(place)?.id() ?? (await say(online, target, step, quoted, place));
        if (typeof id === 'object' && id !== null) return failed(await explained(id, message.conversationId, target));
        const externalId = id ?? `own:${place}`;
        progress.externalIds.push(externalId);
        progress.steps = index + 1;
        await remember(message.conversationId, target, online, step, externalId);
      }
    } finally {
      memory.keep(message.sendKey, progress);
    }
    return { kind: 'sent', externalIds: [...progress.externalIds] };
  }

  async function recall(messageIds: readonly string[]): Promise<DeliveryOutcome> {
    const online = session.online();
    if (!online) return failed(offline());
    const failure = await takeBack(online.puppet, messageIds, callMs);
    return failure ? failed(failure) : { kind: 'sent', externalIds: [] };
  }

  /** Resolves to the id of the message, null when nobody tells it, or to what the platform says against it. */
  async function say(
    online: Online,
    { puppetId }: Target,
    step: Step,
    quoted: Quoted | null,
    place: string,
  ): Promise<string | null | DeliveryFailure> {
    const { puppet } = online;
    if (step.kind === 'file') {
      const bytes = await bytesOf(step.file);
      if (!bytes) return { kind: 'refused', reason: 'the file is not to be had any more' };
      const { FileBox } = await import('file-box');
      const box = FileBox.fromBase64(Buffer.from(bytes).toString('base64'), fileNameOf(step.file));
      return await call({ online, puppetId, text: null, place }, () => puppet.messageSendFile(puppetId, box));
    }
    const text = step.first && quoted ? writeQuote(quoted, step.text) : step.text;
    return await call({ online, puppetId, text, place }, () => puppet.messageSendText(puppetId, text));
  }

  async function call(
    { online, puppetId, text, place }: { online: Online; puppetId: string; text: string | null; place: string },
    ask: () => Promise<string | void>,
  ): Promise<string | null | DeliveryFailure> {
    // The account may be another process's by now.
    if (session.online() !== online) return offline();
    const echo = echoes.expect(puppetId, text);
    let isDoubtful = false;
    try {
      const id = await within(callMs, ask);
      return typeof id === 'string' && id !== '' ? id : await echo.within(echoMs);
    } catch (error) {
      const failure = failureOf(error);
      // It may have been said although nobody answered.
      const mayBeSaid = failure.kind === 'platform_down' && text !== null;
      const heard = mayBeSaid ? await echo.within(0) : null;
      if (heard !== null) return heard;
      isDoubtful = mayBeSaid;
      return failure;
    } finally {
      doubtful.get(place)?.end();
      if (isDoubtful) doubtful.note(place, echo);
      else echo.end();
    }
  }

  /** A file that came by WeChat is passed on as it was kept. @throws when a file of another source cannot be read */
  async function bytesOf(file: OutgoingFile): Promise<Uint8Array | null> {
    if (file.ref === null) return await file.bytes();
    return await parts.files.fetchFile(file.ref).catch(() => null);
  }

  async function remember(
    conversationId: string,
    target: Target,
    { self }: Online,
    step: Step,
    externalId: string,
  ): Promise<void> {
    const text = step.kind === 'text' ? step.text : inWords(step.file.kind, step.file.fileName);
    const here = target.isRoom ? await faces.nameIn(target.puppetId, self.id) : '';
    const said = { externalId, senderName: here || self.name, text, ours: true, at: clock.now() };
    try {
      await books.remember(conversationId, said);
    } catch (err) {
      // It is said; only a quote of it will not be understood.
      log.warn({ fault: faultOf(err), externalId }, 'what was said on WeChat could not be remembered');
    }
  }

  /** Puppets say in many ways, or not at all, that we are not in a group; its list of members tells. */
  async function explained(failure: DeliveryFailure, externalId: string, target: Target): Promise<DeliveryFailure> {
    const { kind, reason } = failure;
    if (!target.isRoom) return kind === 'not_a_member' ? { kind: 'unreachable', reason } : failure;
    if (kind !== 'not_a_member' && kind !== 'platform_down' && kind !== 'unreachable') return failure;
    const selfId = session.online()?.self.id;
    const members = await parts.ask.once((puppet) => puppet.roomMemberList(target.puppetId));
    const isKnown = selfId !== undefined && members !== null && members.length > 0;
    const isOut = isKnown ? !members.includes(selfId) : kind === 'not_a_member';
    // Out of the group is final, and must not hang on a wording.
    if (!isOut) return kind === 'not_a_member' ? { kind: 'platform_down', reason } : failure;
    await books.leftRoom(externalId, clock.now());
    return { kind: 'not_a_member', reason };
  }

  async function isReady(): Promise<boolean> {
    return await within(callMs, () => parts.ready()).then(
      () => true,
      () => false,
    );
  }

  async function leave(conversationExternalId: string): Promise<DeliveryOutcome> {
    const online = session.online();
    if (!online) return failed(offline());
    if (!(await isReady())) return failed(NOT_READY);
    const target = await whereIs(parts, conversationExternalId);
    if (target.kind !== 'target') return failed(target);
    if (!target.isRoom) return failed({ kind: 'refused', reason: 'a direct chat cannot be left' });
    try {
      await within(callMs, () => online.puppet.roomQuit(target.puppetId));
    } catch (error) {
      return failed(await explained(failureOf(error), conversationExternalId, target));
    }
    await books.leftRoom(conversationExternalId, clock.now());
    return { kind: 'sent', externalIds: [] };
  }
}

const failed = (failure: DeliveryFailure): DeliveryOutcome => ({ kind: 'failed', failure });
