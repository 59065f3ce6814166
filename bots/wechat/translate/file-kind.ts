import type { EventAttachment } from '../../../core/channel/event.ts';

/** What people send in groups of neighbours; for everything else the bytes have to tell. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What WeChat makes of pictures and films before it sends them, whatever they were. */
const MADE: Readonly<Partial<Record<EventAttachment['kind'], string>>> = { photo: 'image/jpeg', video: 'video/mp4' };

/** What a message carries. Only files have names that somebody gave them; puppets make up those of photos and voices. */
export function attachmentOf(kind: EventAttachment['kind'], name: string | null): Omit<EventAttachment, 'ref'> {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  return { kind, mimeType: MIME_TYPES[ending] ?? MADE[kind] ?? null, fileName: kind === 'file' ? name : null };
}
