import { percentOf } from '../../text/consultations/figures.ts';
import { decide } from './outcome.ts';
import type { PublishedLog } from './published-log.ts';
import type { Chain, Recount } from './recount.ts';
import { least, type Threshold } from './threshold.ts';

/** What a recount found, for whoever asked at the command line, a line each. Money is in yuan. */
export function reportRecount(log: PublishedLog, { chain, tally, entries }: Recount): string[] {
  const { terms } = log;
  const eligible = Math.max(log.eligible, tally.voters);
  const { result, winner, base } = decide({ ...terms, eligible }, tally);
  const isVote = terms.kind === 'vote';
  const { rules } = terms;
  return [
    `${terms.title} (${terms.kind})`,
    `entries     ${entries}`,
    `households  ${tally.voters} of ${eligible} took part`,
    ...terms.options.map((label, index) => `            ${label}: ${tally.counts[index] ?? 0}`),
    ...(terms.kind === 'pledge'
      ? [`pledged     ${yuan(tally.pledged)}${terms.goal === null ? '' : ` of ${yuan(terms.goal)}`}`]
      : []),
    ...(isVote
      ? [
          `quorum      ${shareOf(rules.quorum)} of the households: ${least(rules.quorum, eligible)} of ${eligible}`,
          `majority    ${shareOf(rules.majority)} of ${rules.base === 'eligible' ? 'the households' : 'the votes'}: ${least(rules.majority, base)} of ${base}`,
        ]
      : []),
    `result      ${result}${winner === null ? '' : `: ${terms.options[winner] ?? ''}`}`,
    `chain       ${chainInWords(chain)}`,
    ...(chain.kind === 'intact' ? [`head        ${chain.head}`] : []),
    ...(log.headHash === null ? ['published   nothing yet'] : [`published   ${log.headHash}`]),
  ];
}

const reasons: Record<Extract<Chain, { kind: 'broken' }>['why'], string> = {
  gap: 'its number does not follow the one before',
  link: 'it does not follow what stands before it',
  content: 'its content was changed',
  end: 'the entries do not end with the hash that was published',
};

const chainInWords = (chain: Chain): string =>
  chain.kind === 'intact' ? 'intact' : `BROKEN at entry ${chain.seq}: ${reasons[chain.why]}`;

const shareOf = (threshold: Threshold): string =>
  `${threshold.over ? 'more than' : 'at least'} ${percentOf(threshold)}`;

const yuan = (cents: number): string => (cents / 100).toFixed(2);
