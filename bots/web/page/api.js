// @ts-check

/** What the server refused, or that it could not be reached (status 0). */
export class RequestFailed extends Error {
  /** @param {number} status @param {unknown} [answer] */
  constructor(status, answer) {
    super(`request failed with ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<unknown>}
 */
async function request(path, init) {
  const response = await fetch(path, init).catch(() => null);
  if (!response) throw new RequestFailed(0);
  if (response.status === 401 && path !== '/login') location.assign('/login');
  const body = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  if (!response.ok) throw new RequestFailed(response.status, body);
  return body;
}

/**
 * The types of the answers are those of wire.ts, which the server is checked against.
 * @template T
 * @param {string} path
 * @returns {Promise<T>}
 */
export const get = async (path) => /** @type {T} */ (await request(path));

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<unknown>}
 */
export const post = (path, body) =>
  request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * @typedef {object} Outgoing A message on its way to the server.
 * @property {string} clientKey
 * @property {string} roomId
 * @property {string} personaId
 * @property {string} text
 * @property {string | null} replyToId
 * @property {File[]} files
 */

/**
 * Safe to repeat: the server says a message once for its key.
 * @param {Outgoing} message
 * @returns {Promise<import('../wire.ts').MessageView>}
 */
export async function sendMessage({ roomId, files, replyToId, ...fields }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('replyToId', replyToId ?? '');
  for (const file of files) form.append('files', file, file.name || 'photo');
  const said = await request(`/api/rooms/${roomId}/messages`, { method: 'POST', body: form });
  return /** @type {import('../wire.ts').MessageView} */ (said);
}
