import type { Database } from '../../../core/database.ts';
import type { UnkeptFile } from '../books.ts';
import type { BookParts } from './part.ts';

/** The bytes of a file were never had, or are not there yet. */
export class WechatFileMissing extends Error {
  override readonly name = 'WechatFileMissing';
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** For some hours a gateway has what it told of; there is no use in asking for everything that it once did not have. */
const UNKEPT_MS = 3 * 3_600_000;
const MOST_UNKEPT = 50;

/** Files that came by WeChat, for any process: also for those that are not logged in. */
export const wechatFiles = (db: Database): { fetchFile(ref: string): Promise<Uint8Array> } => ({
  /** @throws {WechatFileMissing} when there are no bytes, or not yet. */
  async fetchFile(ref) {
    const file = uuid.test(ref)
      ? await db.wechatFile.findUnique({ where: { id: ref }, select: { bytes: true } })
      : null;
    if (!file?.bytes) throw new WechatFileMissing('the file is not at hand');
    return file.bytes;
  },
});

/** `openFile` and `keepFile` of {@link import('../books.ts').Books}. */
export function createFileBook({ db, account, clock }: BookParts) {
  return {
    async openFile({ mimeType, fileName }: { mimeType: string | null; fileName: string | null }): Promise<string> {
      const data = { mimeType, fileName, createdAt: clock.now() };
      return (await db.wechatFile.create({ data, select: { id: true } })).id;
    },
    /** A file that was forgotten meanwhile stays forgotten. */
    async keepFile(ref: string, bytes: Uint8Array): Promise<void> {
      await db.wechatFile.updateMany({ where: { id: ref }, data: { bytes: new Uint8Array(bytes) } });
    },

    async unkeptFiles(now: Date): Promise<UnkeptFile[]> {
      const files = await db.wechatFile.findMany({
        where: { bytes: null, createdAt: { gte: new Date(now.getTime() - UNKEPT_MS) } },
        orderBy: { createdAt: 'desc' },
        take: MOST_UNKEPT,
        select: { id: true },
      });
      const known = await db.attachment.findMany({
        where: {
          channelRef: { in: files.map(({ id }) => id) },
          message: { conversation: { channel: 'wechat', account } },
        },
        select: { channelRef: true, kind: true, message: { select: { externalId: true } } },
      });
      return files.flatMap(({ id }) => {
        const found = known.find(({ channelRef }) => channelRef === id);
        const kind = found?.kind === 'photo' ? 'photo' : 'file';
        return found?.message.externalId ? [{ ref: id, messageId: found.message.externalId, kind }] : [];
      });
    },
  };
}
