import type { Correction } from '../../../prisma/generated/client.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { CorrectionWeights } from './correction-weights.ts';
import { FEWEST_DECISIONS, type Layer, type Learned, type Material } from './learn.ts';
import type { Undone } from './undo.ts';

const texts = textsFor('en');
/** So many features are named, strongest first. */
const NAMED = 10;

/** What came of learning, for whoever wrote `linli learn`. */
export function learnedLines(community: string, learned: Learned): string[] {
  switch (learned.kind) {
    case 'too_few':
      return [
        `${community}: ${decisions(learned)} to learn from; at least ${FEWEST_DECISIONS} are needed. Nothing was changed.`,
      ];
    case 'one_sided':
      return [
        `${community}: ${decisions(learned)}, and all of them ${learned.matters === 0 ? '"no matter"' : '"a matter"'}.`,
        '  Learning needs both. Nothing was changed.',
      ];
    case 'known':
      return [`${community}: nothing new to learn. Correction ${learned.number} stays in force.`];
    case 'no_better':
      return [
        `${community}: learned nothing that is better. ${staysInForce(learned.inForce)}`,
        ...figures(learned),
        ...strongest(learned.weights),
        ...(Object.keys(learned.weights).length > 0
          ? ['  To put it in force nevertheless: linli learn --force']
          : ['  The decisions have nothing in common that could be learned.']),
      ];
    case 'learned':
      return [
        `${community}: correction ${learned.number} is in force.`,
        ...figures(learned),
        ...strongest(learned.weights),
        `  To undo it: linli learn --undo ${learned.number}`,
      ];
  }
}

/** Which corrections a community has. */
export function listLines(community: string, corrections: readonly Correction[], timeZone: string): string[] {
  if (corrections.length === 0) return [`${community}: nothing was learned yet.`];
  const inForce = corrections.findLast(({ undoneAt }) => undoneAt === null);
  return [
    `${community}:`,
    ...corrections.map((one) => {
      const at = wallClock(one.learnedAt, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
      const standing = one === inForce ? 'in force' : one.undoneAt ? 'undone' : 'replaced';
      const right = `${share(one.rightBefore)} right before, ${share(one.rightAfter)} after`;
      return `  ${one.number}  ${at.replace('T', ' ')}  ${standing}, from ${one.learnedFrom} decisions, ${right}`;
    }),
  ];
}

/** What was taken out of force. */
export function undoneLines(
  community: string,
  { number, kept, inForce }: Extract<Undone, { kind: 'undone' }>,
): string[] {
  return [
    `${community}: correction ${number} is undone. ${inForce === null ? 'None is in force now.' : `Correction ${inForce} is in force again.`}`,
    `  ${kept} decisions that it was the first to learn from are not learned from again; with "linli learn --again" they are.`,
  ];
}

const staysInForce = (number: number | null): string =>
  number === null ? 'None is in force.' : `Correction ${number} stays in force.`;

const decisions = ({ decisions: all, matters }: Material): string =>
  `${all} decisions of staff (${matters} a matter, ${all - matters} none)`;

function figures({ verdict, ...material }: Layer): string[] {
  const { decided, beside } = verdict;
  return [
    `  learned from  ${decisions(material)}`,
    `  right         ${share(decided.before)} before, ${share(decided.after)} after (what staff are asked about counts half)`,
    ...(material.beside === 0
      ? []
      : [
          `  beside        ${material.beside} finished tickets and messages left alone: ${share(beside.before)} right before, ${share(beside.after)} after`,
        ]),
  ];
}

function strongest(weights: CorrectionWeights): string[] {
  const sorted = Object.entries(weights).sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1));
  return sorted.slice(0, NAMED).map(([name, weight]) => {
    const says = weight > 0 ? 'more' : 'less';
    return `  ${(weight > 0 ? '+' : '-') + Math.abs(weight).toFixed(2)}  ${says} likely a matter: ${texts.reason(name)}`;
  });
}

const share = (of: number): string => `${(of * 100).toFixed(1)} %`;
