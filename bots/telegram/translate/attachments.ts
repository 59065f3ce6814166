import type { Message } from 'telegraf/types';
import type { EventAttachment } from '../../../core/channel/event.ts';

interface TelegramFile {
  file_id: string;
  mime_type?: string;
  file_name?: string;
}

function attachment(kind: EventAttachment['kind'], file: TelegramFile): EventAttachment {
  return { kind, mimeType: file.mime_type ?? null, fileName: file.file_name ?? null, ref: file.file_id };
}

/**
 * What a message carries besides words: at most one, because Telegram sends every photo of an album as its own
 * message.
 */
export function attachmentsOf(message: Message): EventAttachment[] {
  if ('photo' in message) {
    // The sizes come smallest first.
    const largest = message.photo.at(-1);
    return largest ? [{ kind: 'photo', mimeType: 'image/jpeg', fileName: null, ref: largest.file_id }] : [];
  }
  // An animation has a document, too, for older bots.
  if ('animation' in message) return [attachment('video', message.animation)];
  // A picture sent "as a file", to keep it sharp, is a file as well: its reference is not taken where a photo is asked for.
  if ('document' in message) return [attachment('file', message.document)];
  if ('video' in message) return [attachment('video', message.video)];
  if ('video_note' in message) return [attachment('video', { ...message.video_note, mime_type: 'video/mp4' })];
  if ('voice' in message) return [attachment('voice', message.voice)];
  if ('audio' in message) return [attachment('file', message.audio)];
  if ('sticker' in message) return [attachment('sticker', message.sticker)];
  return [];
}
