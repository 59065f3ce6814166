import type { ExportedChat } from '../telegram-export.ts';
import { systemKind } from './content.ts';
import { type Entry, gatherChat } from './gather.ts';
import { type Day, dayOf, type Head, type TextShape, textShapes } from './text-shapes.ts';

/** How many lines decide in which shape a file is written. */
const LOOKED_AT = 4000;

const titles: readonly RegExp[] = [
  /^聊天记录[:：]\s*(.+)$/u,
  /^# 聊天记录[:：]\s*(.+)$/u,
  /^(.+?) - (?:微信聊天记录|WeChat Chat History)$/u,
  /^微信群["“](.+?)["”]的聊天记录/u,
  /^(.+?)\s*(?:在)?微信(?:群)?上的聊天记录如下/u,
];

/**
 * Reads a chat that was written down as text: by WeChatMsg, chatlog, WechatExporter, wechat-cli, by WeChat itself for a mail, or copied.
 * The shape is the one in which most lines begin a message; every file has one, so that a message may quote another. `writtenAt` is when
 * the file was written: what leaves out the year, or the day, is of that year, or day. Null when no line begins a message.
 */
export function chatInText(text: string, writtenAt: Date): ExportedChat | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const shape = shapeOf(lines, dayAt(writtenAt));
  if (!shape) return null;
  let name = '';
  let loose = 0;
  let day: Day = shape.name === 'mail' ? null : dayAt(writtenAt);
  const found: { head: Head; words: string[] }[] = [];
  for (const line of lines) {
    const next = dayOf(line);
    if (next) {
      day = next;
      continue;
    }
    const head = shape.head(line, day);
    const last = found.at(-1);
    if (head) found.push({ head, words: head.words === null ? [] : [head.words] });
    else if (last) last.words.push(line);
    else if (line.trim() !== '') {
      const title = titles.map((form) => form.exec(line)?.[1]).find((one) => one !== undefined);
      if (title !== undefined) name = title.trim();
      else if (!isFrame(line)) loose++;
    }
  }
  if (found.length === 0) return null;
  const entries = shape.name === '[time] name: words' ? withNames(found) : found.map(entryFrom);
  const chat = gatherChat({ id: name, name }, notInFuture(entries, writtenAt));
  if (loose > 0) chat.skipped.set('loose', loose);
  return chat;
}

const dayAt = (at: Date): Day => [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];

function shapeOf(lines: readonly string[], day: Day): TextShape | null {
  const some = lines.slice(0, LOOKED_AT);
  const mail = some.some((line) => dayOf(line) !== null);
  const counted = textShapes
    .filter((shape) => mail || shape.name !== 'mail')
    .map((shape) => ({ shape, count: some.filter((line) => shape.head(line, day) !== null).length }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.shape : null;
}

/** What tools write above the first message. */
const isFrame = (line: string): boolean =>
  /^(?:\*{0,2}(?:类型|时间范围|导出时间|消息数量)[:：]|[=\-—*]{3,}|Dear[:：]|The chat history)/i.test(line.trim());

function entryFrom({ head, words }: { head: Head; words: readonly string[] }): Entry {
  const content = words.join('\n').trim();
  // A time, words and nothing below them: the system speaks.
  const system = head.words === null && content === '' ? (systemKind(head.name) ?? 'system') : null;
  return {
    id: null,
    time: head.time,
    senderId: head.senderId ?? null,
    senderName: system ? '' : unescaped(head.name),
    content: system ? head.name : content,
    kind: system,
  };
}

/** WeChatMsg writes names as they stand in a page. */
const unescaped = (name: string): string =>
  name.replace(
    /&(?:amp|lt|gt|quot|#39);/g,
    (sign) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[sign] ?? "'",
  );

/**
 * `[time] name: words`, where a name may hold ": " itself. The longest beginning counts that stands before a colon as often as the
 * shortest, and often enough not to be chance.
 */
function withNames(found: readonly { head: Head; words: readonly string[] }[]): Entry[] {
  const counts = new Map<string, number>();
  const beginnings = (line: string): string[] => {
    const all: string[] = [];
    for (let at = line.indexOf(': '); at > 0 && at <= 60 && all.length < 4; at = line.indexOf(': ', at + 1))
      all.push(line.slice(0, at));
    if (all.length === 0 && /^[^:]{1,60}:$/.test(line)) all.push(line.slice(0, -1));
    return all;
  };
  for (const { words } of found)
    for (const name of beginnings(words[0] ?? '')) counts.set(name, (counts.get(name) ?? 0) + 1);
  return found.map(({ head, words }) => {
    const [line = '', ...below] = words;
    const [shortest, ...longer] = beginnings(line);
    const often = counts.get(shortest ?? '') ?? 0;
    const name = often >= 3 ? (longer.findLast((one) => counts.get(one) === often) ?? shortest) : shortest;
    const content = [name === undefined ? line : line.slice(name.length + 1), ...below].join('\n').trim();
    return { id: null, time: head.time, senderId: null, senderName: name ?? '', content, kind: systemKind(line) };
  });
}

/** A file without years that goes from December to January was begun in the year before. */
function notInFuture(entries: Entry[], writtenAt: Date): Entry[] {
  const limit = writtenAt.getTime() + 26 * 3_600_000;
  return entries.map((entry) => {
    if (!entry.time || entry.time.at.getTime() <= limit) return entry;
    const at = new Date(entry.time.at);
    if (at.getUTCFullYear() !== writtenAt.getUTCFullYear()) return entry;
    at.setUTCFullYear(at.getUTCFullYear() - 1);
    return { ...entry, time: { ...entry.time, at } };
  });
}
