import type { Database } from '../../../core/database.ts';
import { newId } from '../../../core/new-id.ts';
import { say } from '../../../core/outbox/say.ts';
import { runStep, type StepTools } from '../../../core/run-step.ts';

/** An answer to a person: what it says, and when it was committed. */
export interface AnswerSaid {
  text: string;
  committedAt: number;
}

export interface Answering {
  /** Returns what was said. Calling it again does nothing more. */
  stop(): Promise<AnswerSaid[]>;
}

/** Answers one person after the other, as the desk does, until it is stopped. */
export function startAnswering(
  tools: StepTools & { db: Database },
  chats: readonly string[],
  everyMs: number,
): Answering {
  const said: AnswerSaid[] = [];
  const underWay = new Set<Promise<void>>();
  let count = 0;

  const answer = async (): Promise<void> => {
    count += 1;
    const text = `答复 ${count}`;
    const conversationId = chats[count % chats.length];
    if (conversationId === undefined) throw new RangeError('there is nobody to answer');
    let committedAt = Number.NaN;
    // What is rung for is rung after the commit: the bells note when.
    const bells = {
      deadlines: tools.bells.deadlines.bind(tools.bells),
      lane: (id: string) => {
        committedAt = Date.now();
        return tools.bells.lane(id);
      },
    };
    await runStep({ ...tools, bells }, async (step) => {
      await say(step, { conversationId, purpose: 'answer', content: { text }, dedupeKey: `bench-answer:${newId()}` });
      step.rope.lane(conversationId);
    });
    said.push({ text, committedAt });
  };
  const timer = setInterval(() => {
    const one = answer().finally(() => underWay.delete(one));
    underWay.add(one);
  }, everyMs);

  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      return said;
    },
  };
}
