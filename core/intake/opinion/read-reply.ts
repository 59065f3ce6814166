import { z } from 'zod';
import type { ModelReply } from './language-model.ts';

/** So long is no answer. What was packed is counted as it comes out. */
const LONGEST_BYTES = 64 * 1024;

/** What is looked at of a chat completion; servers add much else. */
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string(),
          refusal: z.string().nullish(),
          tool_calls: z.array(z.unknown()).nullish(),
          function_call: z.unknown().optional(),
        }),
      }),
    )
    .length(1),
});

/** The one answer in a server's response; none where it was cut off, withheld, or is a call of a tool. @throws when the connection breaks */
export async function readReply(response: Response): Promise<ModelReply> {
  const { status } = response;
  const text = await readText(response);
  if (text === null) return { kind: 'failed', why: 'too_long', status };
  const read = completion.safeParse(parsed(text));
  const [choice] = read.success ? read.data.choices : [];
  const isWhole =
    choice !== undefined &&
    (choice.finish_reason ?? 'stop') === 'stop' &&
    (choice.message.refusal ?? null) === null &&
    (choice.message.tool_calls ?? []).length === 0 &&
    (choice.message.function_call ?? null) === null;
  return isWhole ? { kind: 'said', content: choice.message.content } : { kind: 'failed', why: 'misfit', status };
}

async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early closes the connection.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > LONGEST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
