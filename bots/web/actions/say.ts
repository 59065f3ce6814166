import type { Clock } from '../../../core/clock.ts';
import type { Database } from '../../../core/database.ts';
import { eventBase, mentionsBot, messageParts } from '../event-parts.ts';
import { inRoom, isMember } from '../in-room.ts';
import type { ActionOutcome } from './outcome.ts';

/** A file as it was uploaded, its kind read from its bytes. */
export interface UploadedFile {
  kind: 'photo' | 'video' | 'voice' | 'file';
  mimeType: string;
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface SayRequest {
  roomId: string;
  personaId: string;
  text: string;
  replyToId: string | null;
  /** The page's own key: the same message sent twice is said once. */
  clientKey: string;
  files: UploadedFile[];
}

export type SayOutcome = ActionOutcome | { kind: 'said'; messageId: bigint };

/** A persona says something in a room. */
export const createSay =
  ({ db, clock }: { db: Database; clock: Clock }) =>
  async (request: SayRequest): Promise<SayOutcome> => {
    const said = await inRoom<SayOutcome>(db, request.roomId, async ({ tx, room, show, tell }) => {
      const persona = await tx.webPersona.findUnique({ where: { id: request.personaId } });
      if (!persona || !isMember(persona, room)) return { kind: 'not_allowed' };
      const sendKey = `page:${persona.id}:${request.clientKey}`;
      const known = await tx.webMessage.findUnique({ where: { sendKey }, select: { id: true } });
      if (known) return { kind: 'said', messageId: known.id };

      const now = clock.now();
      const files = [];
      for (const { kind, mimeType, fileName, bytes } of request.files) {
        const file = await tx.webFile.create({ data: { mimeType, fileName, bytes }, select: { id: true } });
        files.push({ id: file.id, kind, mimeType, fileName });
      }
      const replyTo = request.replyToId
        ? await tx.webMessage.findFirst({
            where: { id: BigInt(request.replyToId), roomId: room.id, recalledAt: null },
            select: { id: true },
          })
        : null;
      const message = await tx.webMessage.create({
        data: {
          roomId: room.id,
          personaId: persona.id,
          text: request.text,
          replyToId: replyTo?.id ?? null,
          attachments: files,
          createdAt: now,
          sendKey,
        },
      });
      await show(message.id);
      await tell({
        ...eventBase(room, now),
        ...messageParts(message, persona),
        type: 'message',
        replyToId: replyTo ? String(replyTo.id) : null,
        quotedText: null,
        albumKey: null,
        toBot: room.kind === 'direct' || mentionsBot(request.text),
        forwarded: false,
      });
      return { kind: 'said', messageId: message.id };
    });
    return said ?? { kind: 'not_found' };
  };
