import type { Logger } from 'pino';
import { faultOf } from '../../fault.ts';
import { runStep, type StepTools } from '../../run-step.ts';
import { carryOutOpinion, type Asked } from './carry-out.ts';
import { createCircuit } from './circuit.ts';
import type { LanguageModel } from './language-model.ts';
import { loadQuestion } from './load-question.ts';
import type { OpinionSource } from './opinion.ts';
import { promptFor } from './prompt.ts';
import { readAnswer } from './read-answer.ts';

/** So many questions are with the server at the same time; the others wait their turn, and no longer than their time. */
const AT_ONCE = 2;
/** Below this there is no use in asking. */
const LEAST_MS = 200;

/** Asks a language model about messages that wait for its opinion. */
export interface Opinions extends OpinionSource {
  /** Begins to ask, and returns at once. Asked for again about the same message, it changes nothing. */
  ask(messageId: string): void;
  /** Resolves when nobody is being asked any more. */
  settled(): Promise<void>;
}

/**
 * The model is asked outside of any transaction, and what it says is carried out in one of its own. All of it may be lost with the process: the
 * message has a deadline, at which the staff are asked.
 */
export function createOpinions(tools: StepTools & { log: Logger }, model: LanguageModel): Opinions {
  const { db, clock, log } = tools;
  const circuit = createCircuit(clock);
  const underWay = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  return {
    model: model.name,
    isReady: () => !circuit.isResting(),
    ask(messageId) {
      const work = inTurn(() => askAbout(messageId)).catch((error: unknown) => {
        log.warn({ messageId, fault: faultOf(error) }, 'no opinion could be had; the staff are asked in time');
      });
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };

  async function askAbout(messageId: string): Promise<void> {
    const pending = await loadQuestion(db, messageId, clock.now());
    if (!pending) return;
    const { question, text, dueAt } = pending;
    const { ticketIds } = question;
    const asked = { messageId, text, ticketIds, ...(await opinionOf(pending)) };
    const outcome = await runStep(tools, (step) => carryOutOpinion(step, asked));
    log.info({ messageId, outcome, lateMs: Math.max(0, clock.now().getTime() - dueAt.getTime()) }, 'opinion taken in');
  }

  async function opinionOf({
    question,
    dueAt,
  }: Pick<NonNullable<Awaited<ReturnType<typeof loadQuestion>>>, 'question' | 'dueAt'>): Promise<
    Pick<Asked, 'answer' | 'failure'>
  > {
    if (question.isTampered) return { answer: null, failure: 'tampered' };
    const leftMs = dueAt.getTime() - clock.now().getTime();
    // Found out by others that waited before this one.
    if (circuit.isResting() || leftMs < LEAST_MS) return { answer: null, failure: 'no_answer' };
    const reply = await model.ask(promptFor(question), leftMs);
    circuit.note(reply.kind === 'said' || reply.why === 'misfit');
    if (reply.kind === 'failed') {
      log.warn({ model: model.name, why: reply.why, status: reply.status }, 'the language model gave no answer');
      return { answer: null, failure: reply.why === 'misfit' || reply.why === 'too_long' ? 'misfit' : 'no_answer' };
    }
    const answer = readAnswer(reply.content, { ref: question.ref, matters: question.matters.length });
    if (!answer) log.warn({ model: model.name }, 'what the language model answered does not fit what it was asked');
    return { answer, failure: answer ? null : 'misfit' };
  }

  /** Whoever ends gives the place to the one who waits longest. */
  async function inTurn(work: () => Promise<void>): Promise<void> {
    if (busy < AT_ONCE) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }
}
