import type { Finding } from '../../doctor.ts';
import type { ModelSettings } from './chat-request.ts';
import type { NoAnswer } from './language-model.ts';
import { createModelServer } from './model-server.ts';
import { promptFor } from './prompt.ts';
import type { OpinionQuestion } from './question.ts';
import { readAnswer } from './read-answer.ts';

/** As long as a first question may take that has to wait for a model to be loaded. */
const PATIENCE_MS = 50_000;
/** As `understanding.opinionWithin` is without another policy. */
const IN_TIME_MS = 15_000;

const example: OpinionQuestion = {
  ref: 'doctor',
  before: [],
  message: { by: 'A', minutesBefore: 0, text: '门口那个灯是不是又不亮了' },
  matters: [],
  ticketIds: [],
  isTampered: false,
};

const mends: Record<NoAnswer, string> = {
  late: 'Choose a smaller model, or one that does not think aloud (LINLI_LLM_EXTRA).',
  unreachable: 'Look whether it runs, and whether LINLI_LLM_URL is its address.',
  refused: 'Look at LINLI_LLM_URL, LINLI_LLM_MODEL and LINLI_LLM_KEY.',
  busy: 'Try again later; until then the staff are asked about doubtful messages.',
  too_long: 'Look whether LINLI_LLM_URL is the address of a server that speaks as OpenAI’s does.',
  misfit: 'Choose a model that keeps to a JSON schema; docs/language-model.md names some.',
};

/** Asks the model about a message that was made up, as the desk asks. What it thinks of it does not matter, how it says so does. */
export async function checkModel(settings: ModelSettings | null): Promise<Finding> {
  if (!settings) return { kind: 'unused', says: 'LINLI_LLM_URL is not set: staff are asked about doubtful messages' };
  const began = performance.now();
  const reply = await createModelServer(settings).ask(promptFor(example), PATIENCE_MS);
  const tookMs = Math.round(performance.now() - began);
  if (reply.kind === 'failed') {
    const status = reply.status === null ? '' : ` (status ${reply.status})`;
    return { kind: 'ill', says: `${settings.model} gave no answer: ${reply.why}${status}`, mend: mends[reply.why] };
  }
  if (!readAnswer(reply.content, { ref: example.ref, matters: 0 }))
    return { kind: 'ill', says: `${settings.model} answers, but not as it is asked to`, mend: mends.misfit };
  if (tookMs > IN_TIME_MS)
    return { kind: 'ill', says: `${settings.model} answered after ${tookMs} ms`, mend: mends.late };
  return { kind: 'well', says: `${settings.model} answered in ${tookMs} ms` };
}
