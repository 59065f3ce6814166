import { setTimeout as pause } from 'node:timers/promises';
import { chatRequest, forms, type Form, type ModelSettings } from './chat-request.ts';
import type { LanguageModel, ModelReply } from './language-model.ts';
import type { Prompt } from './prompt.ts';
import { readReply } from './read-reply.ts';

/** Before a server that is busy is asked once more, where it does not say for how long it wants to be left alone. */
const BUSY_PAUSE_MS = 500;

type Failed = Extract<ModelReply, { kind: 'failed' }>;
type Posted = ModelReply | (Failed & { retryAfterMs: number | null });

/**
 * A server that speaks as OpenAI's does: `POST URL/chat/completions`. Redirects are not followed, because the key and the talk are for this
 * server alone; its answer is read up to some kilobytes. A server that is busy is asked once more, if there is time; one that
 * does not know a way of asking for JSON is asked in the next simpler way, and so from then on.
 * Source: https://platform.openai.com/docs/api-reference/chat/create
 */
export function createModelServer(server: ModelSettings): LanguageModel {
  let known: Form = 'json_schema';

  return {
    name: server.model,
    async ask(prompt, withinMs) {
      const until = performance.now() + withinMs;
      const over = AbortSignal.timeout(Math.max(1, Math.floor(withinMs)));
      let asked = await post(server, prompt, known, over);
      for (const form of forms.slice(forms.indexOf(known) + 1)) {
        if (!isRefusedForm(asked)) break;
        asked = await post(server, prompt, form, over);
        if (asked.kind === 'said') known = form;
      }
      if (asked.kind === 'failed' && asked.why === 'busy' && 'retryAfterMs' in asked) {
        const waitMs = asked.retryAfterMs ?? BUSY_PAUSE_MS;
        if (performance.now() + waitMs < until) {
          await pause(waitMs);
          asked = await post(server, prompt, known, over);
        }
      }
      return asked.kind === 'said' ? asked : { kind: 'failed', why: asked.why, status: asked.status };
    },
  };
}

/** "Bad request" and "unprocessable" are how servers call a parameter that they do not know. */
const isRefusedForm = (asked: Posted): boolean =>
  asked.kind === 'failed' && asked.why === 'refused' && (asked.status === 400 || asked.status === 422);

async function post(server: ModelSettings, prompt: Prompt, form: Form, over: AbortSignal): Promise<Posted> {
  try {
    const { url, init } = chatRequest(server, prompt, form);
    const response = await fetch(url, { ...init, redirect: 'manual', signal: over });
    if (response.ok) return await readReply(response);
    await response.body?.cancel();
    const { status } = response;
    if (status !== 429 && status < 500) return { kind: 'failed', why: 'refused', status };
    return { kind: 'failed', why: 'busy', status, retryAfterMs: retryAfter(response.headers.get('retry-after')) };
  } catch {
    // What was thrown may quote the address or the request: that it failed is all that is told of it.
    return { kind: 'failed', why: over.aborted ? 'late' : 'unreachable', status: null };
  }
}

/** In seconds; a date, which some servers send, is as good as "not now". */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  return header.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : Infinity;
}
