import { percentile } from '../../../core/bench/figures.ts';
import type { AnswerSaid } from './answers.ts';
import type { LoopbackReport } from './loopback.ts';

/** How one conversation stands in the books when everything is over. */
export interface TargetInBooks {
  /** Every id under which the platform knew it. */
  externalIds: string[];
  state: string;
}

export interface Seen {
  report: LoopbackReport;
  targets: readonly TargetInBooks[];
  answers: readonly AnswerSaid[];
  /** When workers were killed. */
  kills: readonly number[];
  /** What the broadcast says. */
  text: string;
}

export interface Verdict {
  /** Of the thirty messages a second that are allowed, how many arrived while there was enough to say. */
  rateUse: number;
  /** Conversations that were to be told and were not, and answers that never came; where the bot was thrown out nothing could be told. */
  lost: number;
  /** Messages that came more often than once, but for those in the air at a kill. */
  doubled: number;
  inTheAir: number;
  answerP50Ms: number;
  answerP95Ms: number;
}

const ALLOWED_PER_SECOND = 30;
/** Until all workers are at it. */
const RUN_UP_MS = 3_000;
/** When so many groups have been told there is enough to say no more: the others wait for a platform that asked them to. */
const SATURATED_UNTIL = 0.97;
/** A message whose commit had not come so long after it arrived was not in the air any more. */
const IN_THE_AIR_MS = 2_000;

export function verdictOf({ report, targets, answers, kills, text }: Seen): Verdict {
  const told = new Map<number, number[]>();
  for (const one of report.accepted) {
    if (one.text === text) told.set(one.chat, [...(told.get(one.chat) ?? []), one.at]);
  }
  const thrownOut = new Set(report.thrownOut);
  const counted = { lost: 0, doubled: 0, inTheAir: 0 };
  for (const { externalIds, state } of targets) {
    const ids = externalIds.map(Number);
    const at = ids.flatMap((id) => told.get(id) ?? []);
    const isOut = ids.some((id) => thrownOut.has(id));
    if (at.length === 0 && !isOut) counted.lost += 1;
    if ((state === 'sent') !== at.length > 0 && !(isOut && state === 'failed')) counted.lost += 1;
    count(at);
  }
  const arrivedAt = new Map<string, number[]>();
  for (const one of report.accepted) arrivedAt.set(one.text, [...(arrivedAt.get(one.text) ?? []), one.at]);
  const delays = answers.flatMap((answer) => {
    const at = arrivedAt.get(answer.text) ?? [];
    const [first] = at;
    if (first === undefined) counted.lost += 1;
    count(at);
    return first === undefined ? [] : [Math.max(0, first - answer.committedAt)];
  });
  return {
    ...counted,
    rateUse: rateUse(
      report.arrivals,
      [...told.values()].flatMap(([first]) => first ?? []),
    ),
    answerP50Ms: percentile(delays, 0.5),
    answerP95Ms: percentile(delays, 0.95),
  };

  /** Every message but the last was one too many: either in the air when a worker was killed, so that its commit never came, or not. */
  function count(arrivals: readonly number[]): void {
    for (const at of arrivals.toSorted((a, b) => a - b).slice(0, -1)) {
      const wasInTheAir = kills.some((kill) => kill >= at - 50 && kill - at <= IN_THE_AIR_MS);
      if (wasInTheAir) counted.inTheAir += 1;
      else counted.doubled += 1;
    }
  }
}

function rateUse(arrivals: readonly number[], firstTold: readonly number[]): number {
  const sorted = arrivals.toSorted((a, b) => a - b);
  const from = (sorted[0] ?? Number.NaN) + RUN_UP_MS;
  const to = percentile(firstTold, SATURATED_UNTIL);
  const within = sorted.filter((at) => at >= from && at <= to).length;
  return within / ((to - from) / 1_000) / ALLOWED_PER_SECOND;
}
