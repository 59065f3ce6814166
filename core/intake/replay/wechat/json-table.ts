type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A list of messages as PyWxDump and chatlog write them in JSON (or an object that holds such a list under `messages`, `data` or `items`), as
 * the rows of a table with its header first. Null for everything else.
 */
export function tableInJson(value: unknown): string[][] | null {
  const list = Array.isArray(value) ? value : isRecord(value) ? listIn(value) : null;
  if (!list) return null;
  const records = list.filter(isRecord);
  if (list.length > 0 && records.length === 0) return null;
  const names = new Set(records.slice(0, 200).flatMap((record) => Object.keys(record)));
  const header = [...names];
  return [header, ...records.map((record) => header.map((name) => asText(name, record)))];
}

const listIn = (value: Json): unknown[] | null =>
  [value['messages'], value['data'], value['items']].find((list): list is unknown[] => Array.isArray(list)) ?? null;

function asText(name: string, record: Json): string {
  const value = record[name];
  if (name === 'content' || name === 'msg') return `${referIn(record)}${plain(value)}`;
  return plain(value);
}

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
      ? String(value)
      : '';

/** chatlog keeps what a message replies to beside it; written in front of it, it is read like any quote. */
function referIn(record: Json): string {
  const contents = record['contents'];
  const refer = isRecord(contents) ? contents['refer'] : undefined;
  if (!isRecord(refer)) return '';
  const name = plain(refer['senderName']) || plain(refer['sender']);
  return `「${name}：${plain(refer['content'])}」\n- - - - - - - -\n`;
}

/** Names by id, as in the `users.json` that PyWxDump writes beside its histories; empty for everything else. */
export function namesIn(value: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const [id, user] of Object.entries(isRecord(value) ? value : {})) {
    if (!isRecord(user)) continue;
    const name = plain(user['roomNickname']) || plain(user['remark']) || plain(user['nickname']);
    if (name !== '') names.set(id, name);
  }
  return names;
}
