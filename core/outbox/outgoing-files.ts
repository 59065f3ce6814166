import type { Logger } from 'pino';
import type { Channel } from '../channel/channel.ts';
import type { OutgoingFile } from '../channel/outgoing.ts';
import type { Tx } from '../database.ts';

/** Under which name a channel's account is known among the channels of a process. */
export const channelKey = (channel: string, account: string): string => `${channel}:${account}`;

/** Who hands out the bytes of files, by {@link channelKey}, or by the name of a channel where any process can read them. */
export type FileSources = ReadonlyMap<string, Pick<Channel, 'fetchFile'>>;

/** Files ready to be sent. `missing` counts those whose bytes nobody hands out now. */
export interface CollectedFiles {
  files: OutgoingFile[];
  missing: number;
}

/**
 * Turns attachments into files that `target` can send, in the order asked for. One that came by the same account is
 * passed on by its reference; the bytes of any other are fetched from `sources`.
 */
export async function collectFiles(
  tx: Tx,
  attachmentIds: readonly string[],
  target: Channel,
  sources: FileSources,
  log: Logger,
): Promise<CollectedFiles> {
  if (attachmentIds.length === 0) return { files: [], missing: 0 };
  const rows = await tx.attachment.findMany({
    where: { id: { in: [...attachmentIds] } },
    include: { message: { select: { conversation: { select: { channel: true, account: true } } } } },
  });
  const files: OutgoingFile[] = [];
  for (const id of attachmentIds) {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) continue;
    const from = row.message.conversation;
    const source = sources.get(channelKey(from.channel, from.account)) ?? sources.get(from.channel);
    const isSameAccount = from.channel === target.name && from.account === target.account;
    const { kind, canPassRef } = sendableKind(row.kind);
    const described = { kind, fileName: row.fileName, mimeType: row.mimeType };
    if (isSameAccount && canPassRef) {
      files.push({ ...described, ref: row.channelRef, bytes: () => target.fetchFile(row.channelRef) });
      continue;
    }
    try {
      if (!source) throw new Error('nobody here hands out files of the channel it came by');
      const bytes = await source.fetchFile(row.channelRef);
      files.push({ ...described, ref: null, bytes: () => Promise.resolve(bytes) });
    } catch (error) {
      log.warn(
        { attachmentId: id, fault: error instanceof Error ? error.name : typeof error },
        'attachment not available',
      );
    }
  }
  return { files, missing: attachmentIds.length - files.length };
}

/** A sticker's reference is good for stickers only, so that it goes out as a file, by its bytes. */
function sendableKind(kind: string): { kind: OutgoingFile['kind']; canPassRef: boolean } {
  if (kind === 'photo' || kind === 'video' || kind === 'voice' || kind === 'file') return { kind, canPassRef: true };
  return { kind: 'file', canPassRef: false };
}
