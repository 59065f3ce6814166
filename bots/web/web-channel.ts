import type { Logger } from 'pino';
import type { Channel } from '../../core/channel/channel.ts';
import type { DeliveryOutcome, OutgoingMessage } from '../../core/channel/outgoing.ts';
import type { Clock } from '../../core/clock.ts';
import type { Database } from '../../core/database.ts';
import { faultOf } from './fault.ts';
import { inRoom } from './in-room.ts';
import { wake } from './wake.ts';
import { changeInPlace, isFileId, reactTo, readyFiles, speak, takeBack } from './sending.ts';

/** The platform does not have the file (any more). */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

const failed = (kind: 'unreachable' | 'not_a_member' | 'platform_down', reason: string): DeliveryOutcome => ({
  kind: 'failed',
  failure: { kind, reason },
});

/** The sending half of the rooms: rows for every process that shows them. Any number of processes may hold one. */
export function createWebChannel({ db, clock, log }: { db: Database; clock: Clock; log: Logger }): Channel {
  async function deliver(message: OutgoingMessage): Promise<DeliveryOutcome> {
    const files = await readyFiles(db, message.files);
    const outcome = await inRoom<DeliveryOutcome>(db, message.conversationId, async (work) => {
      if (work.room.botLeftAt) return failed('not_a_member', 'the bot is not in the room');
      if (message.recallIds.length > 0) return takeBack(work, message.recallIds, clock.now());
      if (message.reaction !== null) return reactTo(work, message, message.reaction);
      if (message.editId !== null) return changeInPlace(work, message, message.editId, clock.now());
      return speak(work, message, files, clock.now());
    });
    return outcome ?? failed('unreachable', 'there is no such room');
  }

  return {
    name: 'web',
    account: 'rooms',
    capabilities: {
      buttons: true,
      reactions: true,
      edits: true,
      polls: false,
      mentions: true,
      recall: true,
      directChat: true,
      files: true,
      stableMessageIds: true,
    },
    // Our own database sets the pace; this only keeps a runaway from flooding the pages.
    pace: {
      perConversation: { count: 20, windowMs: 1000 },
      perGroup: { count: 20, windowMs: 1000 },
      perAccount: { count: 200, windowMs: 1000 },
    },
    async send(message) {
      try {
        return await deliver(message);
      } catch (error) {
        log.warn({ fault: faultOf(error) }, 'rooms: could not deliver a message');
        return failed('platform_down', 'the rooms could not take the message');
      }
    },
    async fetchFile(ref) {
      const file = isFileId(ref) ? await db.webFile.findUnique({ where: { id: ref }, select: { bytes: true } }) : null;
      if (!file) throw new FileGone('the rooms do not have this file');
      return file.bytes;
    },
    async leave(conversationExternalId) {
      const left = await inRoom<DeliveryOutcome>(db, conversationExternalId, async ({ tx, room }) => {
        await tx.webRoom.update({ where: { id: room.id }, data: { botLeftAt: room.botLeftAt ?? clock.now() } });
        await wake(tx, { type: 'room', id: room.id });
        return { kind: 'sent', externalIds: [] };
      });
      return left ?? failed('unreachable', 'there is no such room');
    },
  };
}
