import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

export interface Upload {
  bytes: Uint8Array;
  fileName: string;
  mimeType: string;
}

/** The parameters of a call, in whichever form it came. */
export interface Params {
  /** JSON values as they are; form fields as text. */
  fields: Record<string, unknown>;
  uploads: Map<string, Upload>;
}

export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const params: Params = { fields: Object.fromEntries(query), uploads: new Map() };
  if (type.startsWith('application/json')) {
    const json: unknown = JSON.parse(body.toString('utf8') || '{}');
    Object.assign(params.fields, json);
  } else if (type.startsWith('multipart/form-data')) {
    await readForm(body, type, params);
  } else if (body.length > 0) {
    Object.assign(params.fields, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
  }
  return params;
}

async function readForm(body: Buffer, type: string, params: Params): Promise<void> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') params.fields[name] = value;
    else {
      const bytes = new Uint8Array(await value.arrayBuffer());
      params.uploads.set(name, { bytes, fileName: value.name, mimeType: value.type });
    }
  }
}

export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Objects and lists come as JSON, or as text that holds JSON. */
export function objectOf(value: unknown): Record<string, unknown> | null {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
}

export function listOf(value: unknown): unknown[] {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? parsed : [];
}
