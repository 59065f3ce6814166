import type { Prompt } from './prompt.ts';

/** Where a language model is, as the configuration names it. */
export interface ModelSettings {
  /** The address before `/chat/completions`, without a slash at its end. */
  url: string;
  model: string;
  key: string | null;
  /** Further fields of the request that this server wants, for instance to keep a model from thinking aloud; null leaves one of ours out. */
  extra: Readonly<Record<string, unknown>>;
}

/** Ways to ask for JSON, the strictest first. */
export const forms = ['json_schema', 'json_object', 'text'] as const;
export type Form = (typeof forms)[number];

/** An answer has less than a hundred tokens; more are of use to nobody. */
const MOST_TOKENS = 400;

/** One request to a server that speaks as OpenAI's does. */
export function chatRequest(
  { url, model, key, extra }: ModelSettings,
  { system, user, schema }: Prompt,
  form: Form,
): { url: string; init: { method: 'POST'; headers: Record<string, string>; body: string } } {
  const format = {
    json_schema: { response_format: { type: 'json_schema', json_schema: { name: 'opinion', strict: true, schema } } },
    json_object: { response_format: { type: 'json_object' } },
    text: {},
  }[form];
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const wanted = Object.entries({ temperature: 0, max_tokens: MOST_TOKENS, ...extra }).filter(
    ([, value]) => value !== null,
  );
  const body = JSON.stringify({ ...Object.fromEntries(wanted), ...format, model, messages, stream: false });
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-encoding': 'identity',
  };
  if (key !== null) headers['authorization'] = `Bearer ${key}`;
  return { url: `${url}/chat/completions`, init: { method: 'POST', headers, body } };
}
