import type { AskState, ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { Result } from '../../surveys/consultations/outcome.ts';
import type { DecidingRules } from '../../surveys/consultations/rules.ts';

/** A consultation, vote or pledge as a sentence needs it. Instants are in words; money is in cents. */
export interface AskedView {
  number: number;
  kind: ConsultationKind;
  title: string;
  text: string;
  options: readonly string[];
  rules: DecidingRules;
  goal: number | null;
  /** Labels; none: the whole estate. */
  buildings: readonly string[];
  closesAt: string;
}

/** What a household has said. */
export interface VoteView {
  /** The label of the option. */
  choice: string | null;
  amount: number | null;
  /** Words came with it. */
  opinion: boolean;
}

export interface OutcomeView {
  asked: AskedView;
  result: Result;
  winner: string | null;
  eligible: number;
  voters: number;
  counts: readonly number[];
  /** Of how many the majority was taken. */
  base: number;
  pledged: number;
  headHash: string;
}

/** What is wrong with a draft. */
export type DraftMistake =
  | { kind: 'field'; said: string; nearest: string | null }
  | { kind: 'no_title' | 'title_long' | 'no_text' | 'options' | 'too_many' | 'audience_by_ticket' }
  | { kind: 'audience' | 'time' | 'share' | 'amount' | 'households' | 'abstain'; said: string }
  | { kind: 'unknown_audience'; said: string }
  | { kind: 'time_order' };

export interface PreviewView {
  asked: AskedView;
  /** In words; null: when it is confirmed. */
  opensAt: string | null;
  groups: readonly string[];
  households: number;
  /** The office named the number of households itself. */
  stated: boolean;
  attachments: number;
}

export interface StatusView {
  asked: AskedView;
  state: AskState;
  opensAt: string | null;
  voters: number;
  eligible: number;
}

/** Consultations, votes and pledges (P7c, P7e); a part of `Texts`. */
export interface ConsultationTexts {
  /** What residents are asked, whole. `short`: as a reminder before the end, without the text. */
  consultation(asked: AskedView): string;
  consultationReminder(asked: AskedView): string;
  consultationPreview(preview: PreviewView): string;
  /** No group of residents is meant. */
  consultationNobody(): string;
  consultationConfirm(): string;
  consultationChange(): string;
  consultationDiscard(): string;
  consultationChangeHow(): string;
  consultationHow(): string;
  consultationMistakes(mistakes: readonly DraftMistake[]): string;
  consultationOpened(number: number, groups: number): string;
  consultationScheduled(number: number, when: string): string;
  consultationDiscarded(): string;
  /** Somebody has changed it since it was shown; it follows as it is now. */
  consultationChangedSince(number: number): string;
  consultationSettled(state: AskState): string;
  consultationUnknown(number: number): string;
  /** Turnout alone while it is open, so that nobody is swayed. */
  consultationStatus(status: StatusView): string;
  consultationList(all: readonly StatusView[]): string;
  consultationExtendHow(): string;
  consultationExtended(asked: AskedView): string;
  consultationWithdrawHow(): string;
  consultationWithdrawn(asked: AskedView, reason: string): string;
  consultationDone(): string;
  consultationOutcome(outcome: OutcomeView): string;
  /** For managers besides: what residents said, without names, and what to look at. */
  consultationOpinions(opinions: readonly string[], more: number, lateHouseholds: number): string;
  /** To managers at the end: the log does not fit together from this entry on. */
  consultationBroken(asked: AskedView, seq: number): string;
  ballotCounted(asked: AskedView, vote: VoteView, hash: string, changed: boolean): string;
  ballotUnchanged(asked: AskedView, vote: VoteView, hash: string): string;
  /** In a group, where nothing of the vote is told: the platform cannot show a sign. */
  ballotNoted(): string;
  ballotChangedAtHome(asked: AskedView, vote: VoteView): string;
  ballotOver(asked: AskedView): string;
  ballotNotOpen(asked: AskedView, when: string): string;
  ballotNoFlat(asked: AskedView): string;
  /** In the group, after a press, to nobody by name. */
  ballotNoFlatInGroup(asked: AskedView): string;
  ballotFlatQuestion(asked: AskedView, flat: string): string;
  ballotFlatYes(): string;
  ballotFlatNo(): string;
  ballotFlatWrong(): string;
  ballotElsewhere(asked: AskedView): string;
  ballotOtherFlat(asked: AskedView): string;
  ballotNotOffered(asked: AskedView): string;
  ballotWhich(asked: readonly AskedView[]): string;
  ballotNone(asked: AskedView): string;
}
