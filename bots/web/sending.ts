import type { DeliveryOutcome, OutgoingFile, OutgoingMessage } from '../../core/channel/outgoing.ts';
import type { Tx } from '../../core/database.ts';
import type { RoomWork } from './in-room.ts';
import { BOT, partsOf } from './stored.ts';
import type { AttachmentView } from './wire.ts';

const refused = (reason: string): DeliveryOutcome => ({ kind: 'failed', failure: { kind: 'refused', reason } });

/** A file of an outgoing message with its bytes at hand, or the id of a file that the rooms have already. */
export type ReadyFile = Omit<AttachmentView, 'id'> & ({ ref: string } | { bytes: Uint8Array<ArrayBuffer> });

/** Fetches what is not in the rooms yet, before any transaction is begun: the bytes may come from far away. */
export async function readyFiles(tx: Tx, files: readonly OutgoingFile[]): Promise<ReadyFile[]> {
  const ready: ReadyFile[] = [];
  for (const file of files) {
    const known = file.ref === null ? null : await findFile(tx, file.ref);
    const mimeType =
      known?.mimeType ?? file.mimeType ?? (file.kind === 'photo' ? 'image/jpeg' : 'application/octet-stream');
    const fileName = known?.fileName ?? file.fileName ?? file.kind;
    const shown = { kind: file.kind, mimeType, fileName };
    ready.push(known ? { ...shown, ref: known.id } : { ...shown, bytes: new Uint8Array(await file.bytes()) });
  }
  return ready;
}

/** The database would refuse to look for anything else. */
export const isFileId = (ref: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(ref);

const findFile = async (tx: Tx, ref: string) =>
  isFileId(ref)
    ? tx.webFile.findUnique({ where: { id: ref }, select: { id: true, mimeType: true, fileName: true } })
    : null;

/** Says it once per `sendKey`. A reply to a message that is gone is said without the reply. */
export async function speak(
  { tx, room, show }: RoomWork,
  message: OutgoingMessage,
  files: readonly ReadyFile[],
  now: Date,
): Promise<DeliveryOutcome> {
  const known = await tx.webMessage.findUnique({ where: { sendKey: message.sendKey }, select: { id: true } });
  if (known) return { kind: 'sent', externalIds: [String(known.id)] };
  if (message.text === '' && files.length === 0) return refused('there is nothing to say');

  const attachments: AttachmentView[] = [];
  for (const { kind, mimeType, fileName, ...source } of files) {
    const id = 'ref' in source ? source.ref : await storeFile(tx, mimeType, fileName, source.bytes);
    attachments.push({ id, kind, mimeType, fileName });
  }
  const replyTo = await findMessage(tx, room.id, message.replyToId);
  const said = await tx.webMessage.create({
    data: {
      roomId: room.id,
      text: message.text,
      replyToId: replyTo && !replyTo.recalledAt ? replyTo.id : null,
      choices: message.choices,
      attachments,
      createdAt: now,
      sendKey: message.sendKey,
    },
    select: { id: true },
  });
  await show(said.id);
  return { kind: 'sent', externalIds: [String(said.id)] };
}

/** Changes an earlier message of the bot: its text and its buttons. Files stay as they were. */
export async function changeInPlace(
  { tx, room, show }: RoomWork,
  message: OutgoingMessage,
  editId: string,
  now: Date,
): Promise<DeliveryOutcome> {
  const earlier = await findMessage(tx, room.id, editId);
  if (!earlier || earlier.recalledAt) return refused('the message to change is gone');
  if (earlier.personaId !== null) return refused('the message to change is not ours');
  const editedAt = earlier.text === message.text ? earlier.editedAt : now;
  await tx.webMessage.update({
    where: { id: earlier.id },
    data: { text: message.text, choices: message.choices, editedAt },
  });
  await show(earlier.id);
  return { kind: 'sent', externalIds: [String(earlier.id)] };
}

/** Takes back what the bot has said: everybody sees that something stood there, and not what. */
export async function takeBack(
  { tx, room, show }: RoomWork,
  messageIds: readonly string[],
  now: Date,
): Promise<DeliveryOutcome> {
  const messages = [];
  for (const id of messageIds) {
    const message = await findMessage(tx, room.id, id);
    if (!message) return refused('the message to take back is not here');
    if (message.personaId !== null) return refused('the message to take back is not ours');
    if (!message.recalledAt) messages.push(message);
  }
  for (const { id } of messages) {
    const nothing = { text: '', choices: [], attachments: [], reactions: {} };
    await tx.webMessage.update({ where: { id }, data: { ...nothing, recalledAt: now } });
    await show(id);
  }
  return { kind: 'sent', externalIds: [] };
}

/** The bot has one reaction on a message at most, as on other platforms. */
export async function reactTo(
  { tx, room, show }: RoomWork,
  message: OutgoingMessage,
  emoji: string,
): Promise<DeliveryOutcome> {
  const target = await findMessage(tx, room.id, message.replyToId);
  if (!target || target.recalledAt) return refused('the message to react to is gone');
  const others = Object.entries(partsOf(target).reactions)
    .map(([emoji, who]): [string, string[]] => [emoji, who.filter((one) => one !== BOT)])
    .filter(([, who]) => who.length > 0);
  const reactions = Object.fromEntries(others);
  reactions[emoji] = [...(reactions[emoji] ?? []), BOT];
  await tx.webMessage.update({ where: { id: target.id }, data: { reactions } });
  await show(target.id);
  return { kind: 'sent', externalIds: [] };
}

/** A message of this room by the id that the desk knows; null for what no message can have as its id. */
async function findMessage(tx: Tx, roomId: string, id: string | null) {
  if (id === null || !/^\d{1,18}$/.test(id)) return null;
  return tx.webMessage.findFirst({ where: { id: BigInt(id), roomId } });
}

async function storeFile(tx: Tx, mimeType: string, fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const file = await tx.webFile.create({ data: { mimeType, fileName, bytes }, select: { id: true } });
  return file.id;
}
