import { AskState } from '../../../../prisma/generated/enums.ts';
import { results } from '../../../surveys/consultations/outcome.ts';
import type { Texts } from '../../texts.ts';
import type { AskedView, DraftMistake, OutcomeView, StatusView } from '../texts.ts';

const vote: AskedView = {
  number: 1,
  kind: 'vote',
  title: 'Lift',
  text: 'x',
  options: ['A', 'B', 'C'],
  rules: {
    quorum: { share: 2, of: 3, over: false },
    majority: { share: 1, of: 2, over: true },
    base: 'votes',
    countAbstentions: true,
    yes: 0,
    abstain: 2,
  },
  goal: null,
  buildings: ['3', '5'],
  closesAt: '18:00',
};
const ofAll: AskedView = {
  ...vote,
  buildings: [],
  rules: {
    ...vote.rules,
    base: 'eligible',
    yes: null,
    abstain: null,
    majority: { share: 66_700, of: 100_000, over: true },
  },
};
const asked: AskedView[] = [
  vote,
  ofAll,
  { ...vote, rules: { ...vote.rules, countAbstentions: false } },
  { ...vote, kind: 'consultation' },
  { ...vote, kind: 'consultation', options: [] },
  { ...vote, kind: 'pledge', options: [], goal: 300_050 },
];
const outcome: OutcomeView = {
  asked: vote,
  result: 'carried',
  winner: 'A',
  eligible: 30,
  voters: 20,
  counts: [12, 6, 2],
  base: 20,
  pledged: 20_000,
  headHash: '0123456789abcdef0123',
};
const words = ['audience', 'unknown_audience', 'time', 'share', 'amount', 'households', 'abstain'] as const;
const plain = ['no_title', 'title_long', 'no_text', 'options', 'too_many', 'audience_by_ticket', 'time_order'] as const;
const mistakes: DraftMistake[] = [
  ...words.map((kind) => ({ kind, said: 'x' })),
  ...plain.map((kind) => ({ kind })),
  { kind: 'field', said: 'x', nearest: 'y' },
  { kind: 'field', said: 'x', nearest: null },
];
const status: StatusView = { asked: vote, state: 'open', opensAt: '9:00', voters: 1, eligible: 30 };
const votes = [
  { choice: 'A', amount: null, opinion: true },
  { choice: null, amount: 20_050, opinion: false },
  { choice: null, amount: null, opinion: true },
];

/** Everything that is said about consultations, votes and pledges. */
export function consultationsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const preview = { asked: vote, opensAt: null, groups: ['G'], households: 30, stated: false, attachments: 0 };
  const many = Array.from({ length: 9 }, (_, index) => `G${index}`);
  return [
    ...said('consultation', ...asked.map((one) => texts.consultation(one))),
    ...said('consultationReminder', ...asked.map((one) => texts.consultationReminder(one))),
    ...said('consultationPreview', texts.consultationPreview(preview)),
    ...said('consultationPreview', texts.consultationPreview({ ...preview, groups: [], stated: true })),
    ...said(
      'consultationPreview',
      texts.consultationPreview({ ...preview, groups: many, opensAt: '9:00', attachments: 2 }),
    ),
    ...said('consultationNobody', texts.consultationNobody()),
    ...said('consultationConfirm', texts.consultationConfirm()),
    ...said('consultationChange', texts.consultationChange()),
    ...said('consultationDiscard', texts.consultationDiscard()),
    ...said('consultationChangeHow', texts.consultationChangeHow()),
    ...said('consultationHow', texts.consultationHow()),
    ...said('consultationMistakes', texts.consultationMistakes(mistakes)),
    ...said('consultationOpened', texts.consultationOpened(1, 1), texts.consultationOpened(1, 2)),
    ...said('consultationScheduled', texts.consultationScheduled(1, '9:00')),
    ...said('consultationDiscarded', texts.consultationDiscarded()),
    ...said('consultationChangedSince', texts.consultationChangedSince(1)),
    ...said('consultationSettled', ...Object.values(AskState).map((state) => texts.consultationSettled(state))),
    ...said('consultationUnknown', texts.consultationUnknown(7)),
    ...said(
      'consultationStatus',
      ...Object.values(AskState).map((state) => texts.consultationStatus({ ...status, state })),
    ),
    ...said('consultationList', texts.consultationList([]), texts.consultationList([status])),
    ...said('consultationExtendHow', texts.consultationExtendHow()),
    ...said('consultationExtended', texts.consultationExtended(vote)),
    ...said('consultationWithdrawHow', texts.consultationWithdrawHow()),
    ...said('consultationWithdrawn', texts.consultationWithdrawn(vote, 'x')),
    ...said('consultationDone', texts.consultationDone()),
    ...said('consultationOutcome', ...results.map((result) => texts.consultationOutcome({ ...outcome, result }))),
    ...said('consultationOutcome', texts.consultationOutcome({ ...outcome, asked: ofAll, result: 'rejected' })),
    ...said('consultationOpinions', texts.consultationOpinions([], 0, 0), texts.consultationOpinions(['x'], 3, 1)),
    ...said('consultationBroken', texts.consultationBroken(vote, 3)),
    ...votes.flatMap((one) => [
      ...said('ballotCounted', texts.ballotCounted(vote, one, 'a1b2c3d4', false)),
      ...said('ballotCounted', texts.ballotCounted(vote, one, 'a1b2c3d4', true)),
      ...said('ballotUnchanged', texts.ballotUnchanged(vote, one, 'a1b2c3d4')),
      ...said('ballotChangedAtHome', texts.ballotChangedAtHome(vote, one)),
    ]),
    ...said('ballotNoted', texts.ballotNoted()),
    ...said('ballotOver', texts.ballotOver(vote)),
    ...said('ballotNotOpen', texts.ballotNotOpen(vote, '9:00')),
    ...said('ballotNoFlat', texts.ballotNoFlat(vote)),
    ...said('ballotNoFlatInGroup', texts.ballotNoFlatInGroup(vote)),
    ...said('ballotFlatQuestion', texts.ballotFlatQuestion(vote, '3-2-501')),
    ...said('ballotFlatYes', texts.ballotFlatYes()),
    ...said('ballotFlatNo', texts.ballotFlatNo()),
    ...said('ballotFlatWrong', texts.ballotFlatWrong()),
    ...said('ballotElsewhere', texts.ballotElsewhere(vote)),
    ...said('ballotOtherFlat', texts.ballotOtherFlat(vote)),
    ...said('ballotNotOffered', ...asked.map((one) => texts.ballotNotOffered(one))),
    ...said('ballotWhich', texts.ballotWhich([vote, ofAll])),
    ...said('ballotNone', texts.ballotNone(vote)),
  ];
}
