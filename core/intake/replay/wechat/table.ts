import type { ExportedChat } from '../telegram-export.ts';
import { kindOfType } from './content.ts';
import { type Entry, gatherChat } from './gather.ts';
import { wallTime } from './wall-time.ts';

/** What a column can hold, the better of several first. */
const columns = {
  id: ['id', '序号', 'seq', 'localid', '消息id', 'msgsvrid', 'server_id', 'message_id', 'msgid'],
  time: ['strtime', 'time', '时间', 'createtime', 'create_time', 'timestamp', '发送时间', '日期', 'date'],
  seconds: ['createtime', 'create_time', 'timestamp'],
  name: [
    '群昵称',
    '发送人',
    '发送者',
    'sendername',
    'sender_name',
    '发送者备注',
    'remark',
    '备注',
    '发送者昵称',
    'nickname',
    '昵称',
    '发送者身份',
    'accountname',
    'from',
  ],
  sender: ['sender', 'senderusername', '发送者wxid', '发送者微信id', 'wxid', 'talker_wxid', 'from_id'],
  content: ['strcontent', 'content', '内容', '消息内容', 'msg', 'message', 'text'],
  type: ['type_name', '消息类型', '类型', 'type', 'content_type', 'localtype'],
  sub: ['subtype', 'sub_type'],
  own: ['issender', 'is_sender', 'isself', 'issend', 'is_send'],
  room: ['talker', 'room_name', 'talkerid', 'strtalker', 'group_id', 'username'],
  roomName: ['talkername', 'group_name', '聊天', '群名'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof columns;
type Places = Partial<Record<Column, number[]>>;

/** Some tools write lines about the chat above the names of the columns. */
const HEADER_WITHIN = 12;

/** Whether one of the first rows names columns of a chat. */
export const isTable = (rows: readonly (readonly string[])[]): boolean =>
  rows.slice(0, HEADER_WITHIN).some((row) => isHeader(placesIn(row)));

/**
 * The chats in the rows of a table, known by the names of its columns; null when none of the first rows names a time, a content and
 * somebody who wrote it. `names` are those of a neighbouring list of people, by their id.
 */
export function chatsInTable(
  rows: readonly (readonly string[])[],
  names: ReadonlyMap<string, string>,
): ExportedChat[] | null {
  const head = rows.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(placesIn(row)));
  const header = rows[head];
  if (!header) return null;
  const places = placesIn(header);
  const width = Math.max(...Object.values(places).flat()) + 1;
  const chats = new Map<string, { id: string; name: string; entries: Entry[] }>();
  let short = 0;
  for (const row of rows.slice(head + 1)) {
    if (row.length < Math.min(width, 3)) {
      short++;
      continue;
    }
    const of = (column: Column): string => firstOf(row, places[column] ?? []);
    const isRoomTable = header.some((name) => fold(name) === 'room_name');
    const room = isRoomTable ? cell(row, header, 'room_name') : of('room');
    const chat = chats.get(room) ?? { id: room, name: of('roomName'), entries: [] };
    chats.set(room, chat);
    chat.entries.push(entryFrom(of, names, isRoomTable ? cell(row, header, 'talker') : of('sender')));
  }
  const gathered = [...chats.values()].map(({ entries, ...chat }) => gatherChat(chat, entries));
  const [first] = gathered;
  if (first && short > 0) first.skipped.set('not_a_message', short);
  return gathered;
}

function entryFrom(of: (column: Column) => string, names: ReadonlyMap<string, string>, sender: string): Entry {
  const own = ['1', 'true', '是'].includes(of('own').toLowerCase());
  const type = of('type');
  const system = /^(?:系统(?:消息)?|system)$/i.test(sender);
  const senderId = sender === '' || system ? null : sender;
  const time = wallTime(of('time'));
  // Where a table has both, the wall clock beside the seconds tells the zone.
  const seconds = wallTime(of('seconds'));
  const aheadMs = time && seconds && /^\d{9,13}$/.test(of('seconds')) ? time.at.getTime() - seconds.at.getTime() : null;
  const told = aheadMs !== null && aheadMs !== 0 && Math.abs(aheadMs) <= 15 * 3_600_000 && seconds;
  return {
    id: of('id') || null,
    time: told ? { at: seconds.at, aheadMs } : time,
    senderId: senderId ?? (own ? 'self' : null),
    senderName: (senderId === null ? '' : (names.get(senderId) ?? '')) || of('name') || (own ? '我' : (senderId ?? '')),
    content: of('content'),
    // What a tool has a name of its own for may be words all the same: it is told by what stands there.
    kind: system ? 'system' : type === '' ? null : kindOfType(type, of('sub')),
  };
}

const fold = (name: string): string =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

/** Where each column stands; a name of the list that comes earlier is looked at first. */
function placesIn(row: readonly string[]): Places {
  const folded = row.map(fold);
  const places: Places = {};
  for (const [column, known] of Object.entries(columns) as [Column, readonly string[]][]) {
    const found = known.map((name) => folded.indexOf(name)).filter((at) => at >= 0);
    if (found.length > 0) places[column] = found;
  }
  return places;
}

const isHeader = ({ time, content, name, sender, own }: Places): boolean =>
  time !== undefined && content !== undefined && (name !== undefined || sender !== undefined || own !== undefined);

const firstOf = (row: readonly string[], places: readonly number[]): string => {
  for (const at of places) {
    const value = row[at]?.trim();
    if (value) return value;
  }
  return '';
};

const cell = (row: readonly string[], header: readonly string[], name: string): string =>
  row[header.findIndex((known) => fold(known) === name)]?.trim() ?? '';
