import type { TelegramApi } from './api.ts';

/** Telegram keeps a file for its bots as long as it likes, and gives out none above 20 MB. */
export class TelegramFileError extends Error {
  override readonly name = 'TelegramFileError';
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * The bytes of a file, by its `file_id`: https://core.telegram.org/bots/api#getfile.
 * @throws TelegramFileError when Telegram does not give it, and what {@link TelegramApi.call} throws.
 */
export async function fetchTelegramFile(
  api: TelegramApi,
  fileId: string,
  timeoutMs: number = DEFAULT_TIMEOUT_MS,
): Promise<Uint8Array> {
  const file = await api.call('getFile', { file_id: fileId });
  if (file.file_path === undefined) throw new TelegramFileError('Telegram does not give out this file');
  const response = await fetch(api.fileUrl(file.file_path), { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new TelegramFileError(`Telegram answered ${response.status} for a file`);
  return new Uint8Array(await response.arrayBuffer());
}
