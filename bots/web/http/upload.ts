import { fileTypeFromBuffer } from 'file-type';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../actions/say.ts';

export const uploadLimits = { fileSize: 15 * 1024 * 1024, files: 9, fields: 10, fieldSize: 64 * 1024 };

const photos = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
const videos = new Set(['video/mp4', 'video/webm']);
const voices = new Set(['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/aac', 'audio/webm']);

/** Whether a browser may show it in the page. All else is only ever downloaded. */
export const isShownInline = (mimeType: string): boolean =>
  photos.has(mimeType) || videos.has(mimeType) || voices.has(mimeType);

function kindOf(mimeType: string): UploadedFile['kind'] {
  if (photos.has(mimeType)) return 'photo';
  if (videos.has(mimeType)) return 'video';
  return voices.has(mimeType) ? 'voice' : 'file';
}

/** The name without folders and invisible characters, at most 120 characters. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(/\p{C}/gu, '').trim();
  return Array.from(visible).slice(-120).join('') || 'file';
}

/** What kind of file it is, said by its first bytes and not by who sends it. */
export async function recognise(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<UploadedFile> {
  const found = await fileTypeFromBuffer(bytes);
  const mimeType = found?.mime ?? 'application/octet-stream';
  return { kind: kindOf(mimeType), mimeType, fileName: cleanFileName(fileName), bytes };
}

/** A multipart form: its fields by name, and its files in order. @throws with a status code for what is too much. */
export async function readForm(
  request: FastifyRequest,
): Promise<{ fields: Record<string, string>; files: UploadedFile[] }> {
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') files.push(await recognise(part.filename, new Uint8Array(await part.toBuffer())));
    else fields[part.fieldname] = String(part.value);
  }
  return { fields, files };
}
