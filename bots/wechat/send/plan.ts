import type { OutgoingFile, OutgoingMessage } from '../../../core/channel/outgoing.ts';
import { splitText } from '../../split-text.ts';
import { TEXT_LIMIT } from '../translate/limits.ts';

/** One message on WeChat. */
export type Step = { kind: 'file'; file: OutgoingFile } | { kind: 'text'; text: string; first: boolean };

/**
 * The messages that say one of ours, in order; none when there is nothing to say. WeChat has no captions: files come first
 * and the words last, so that the last message is the one that carries them. Choices are words already.
 */
export function planSteps(message: Pick<OutgoingMessage, 'text' | 'files'>): Step[] {
  const files = message.files.map((file): Step => ({ kind: 'file', file }));
  const texts = splitText(message.text, TEXT_LIMIT).map((text, index): Step => ({
    kind: 'text',
    text,
    first: index === 0,
  }));
  return [...files, ...texts];
}

/** What stands for something without words in quotes, as WeChat's apps show it. */
export function inWords(kind: OutgoingFile['kind'] | 'sticker', fileName: string | null): string {
  if (kind === 'photo') return '[图片]';
  if (kind === 'video') return '[视频]';
  if (kind === 'voice') return '[语音]';
  if (kind === 'sticker') return '[动画表情]';
  return fileName === null ? '[文件]' : `[文件]${fileName}`;
}

const endings = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['video/mp4', 'mp4'],
  ['audio/ogg', 'ogg'],
  ['audio/mpeg', 'mp3'],
  ['audio/silk', 'sil'],
  ['application/pdf', 'pdf'],
]);
const usual = { photo: 'jpg', video: 'mp4', voice: 'mp3', file: 'bin' } as const;

/** The name under which a file is sent: by its ending, puppets decide whether it is shown as a picture. */
export function fileNameOf({ kind, fileName, mimeType }: Pick<OutgoingFile, 'kind' | 'fileName' | 'mimeType'>): string {
  if (fileName !== null && /\.\w{2,5}$/.test(fileName)) return fileName;
  return `${fileName ?? kind}.${endings.get(mimeType ?? '') ?? usual[kind]}`;
}
