import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { QuestionMistake } from '../../surveys/questionnaires/read-questions.ts';
import type { Standing } from '../../surveys/questionnaires/standing.ts';
import type { Question } from '../../surveys/questionnaires/questions.ts';

/** How a draft is shown to whoever wrote it. Times are in words. */
export interface QuestionnairePreview {
  number: number;
  /** Exactly what people will read first. */
  invitation: string;
  /** Below it, where they are not in the invitation. */
  questions: readonly Question[];
  groups: readonly string[];
  inGroups: boolean;
  inDirect: boolean;
  direct: number;
  unreachable: number;
  households: number;
  /** Labels and tags that nobody knows. */
  unknown: readonly string[];
  /** Null: at once. */
  opensAt: string | null;
  closesAt: string;
  /** Null where there is no time for one. */
  remindAt: string | null;
  repeats: boolean;
  /** When it is asked again. */
  againAt: string | null;
  isOffer: boolean;
}

export interface InvitationView {
  number: number;
  title: string;
  intro: string;
  anonymous: boolean;
  perHousehold: boolean;
  isOffer: boolean;
  count: number;
  closesAt: string;
  /** Asked right there; then it is the last line. */
  question: string | null;
}

export interface QuestionView {
  title: string;
  question: string;
  kind: Question['kind'];
  number: number;
  of: number | null;
  isFirst: boolean;
  required: boolean;
  several: boolean;
  /** To be named by letters. */
  options: readonly string[];
  range: readonly [number, number] | null;
}

export type QuestionnaireField =
  | 'title'
  | 'audience'
  | 'closes'
  | 'opens'
  | 'anonymous'
  | 'per'
  | 'way'
  | 'repeat'
  | 'offer'
  | 'past'
  | 'order'
  /** Later than it closes now. */
  | 'later';

/** Questionnaires (P7b, P7d); a part of `Texts`. */
export interface QuestionnaireTexts {
  /** How a manager writes one, with an example to copy. */
  questionnaireHow(): string;
  questionnaires(
    lines: readonly { number: number; title: string; state: Questionnaire['state']; closesAt: string }[],
  ): string;
  questionnaireUnknown(number: number): string;
  /** What is wrong with the questions, line by line; nothing was put on record. */
  questionnaireMistakes(mistakes: readonly QuestionMistake[]): string;
  questionnaireFieldWrong(field: QuestionnaireField, said: string): string;
  questionnaireFieldUnknown(said: string, nearest: string | null): string;
  questionnairePreview(view: QuestionnairePreview): string;
  questionnaireConfirmChoice(): string;
  questionnaireQuarterlyChoice(): string;
  questionnaireDiscardChoice(): string;
  questionnaireOpened(number: number): string;
  questionnaireScheduled(number: number, at: string): string;
  questionnaireDiscarded(number: number): string;
  /** Somebody has changed it since it was shown; it follows as it is now. */
  questionnaireChangedSince(number: number): string;
  questionnaireTooLate(number: number): string;
  /** It is no draft any more. */
  questionnaireNoDraft(number: number): string;
  questionnaireNotOpen(number: number): string;
  questionnaireExtended(number: number, at: string): string;
  questionnaireWithdrawnDone(number: number): string;
  /** It is time to ask again: a draft follows. */
  questionnaireAgain(title: string): string;

  // To residents.
  /** Ends with the question where it is asked right there. Says truly who can see an answer. */
  questionnaireInvitation(view: InvitationView): string;
  questionnaireJoinChoice(): string;
  questionnaireQuestion(view: QuestionView): string;
  /** A choice below the options of which several can be ticked: that these are all. */
  questionnaireTickedChoice(): string;
  /** They said that these are all, and nothing is ticked. */
  questionnaireTickFirst(): string;
  questionnaireBack(): string;
  questionnaireSkip(): string;
  questionnaireQuit(): string;
  /** In a group, to somebody who never wrote to the bot: how to get there. */
  questionnaireWay(number: number): string;
  questionnaireThanks(title: string, how: { anonymous: boolean; changed: boolean }): string;
  /** Where it was asked in a group, and answered by a word or a tap. */
  questionnaireNoted(): string;
  questionnaireOver(title: string): string;
  questionnaireNotMeant(title: string): string;
  /** They have answered, and may change it until then. */
  questionnaireOwn(title: string, closesAt: string): string;
  questionnaireRedoChoice(): string;
  questionnaireTaken(title: string, how: { anonymous: boolean; perHousehold: boolean }): string;
  questionnaireQuitDone(title: string, number: number): string;
  /** `range`: of a scale; else how many options there are. */
  questionnaireOutOfRange(range: readonly [number, number] | null, options: number): string;
  questionnaireOnlyOne(): string;
  questionnaireMustAnswer(): string;
  questionnaireReminder(view: { number: number; title: string; closesAt: string; anonymous: boolean }): string;
  questionnaireWithdrawn(title: string): string;
  /** What came of it, for those who were asked: numbers alone. */
  questionnaireOutcome(standing: Standing): string;

  // To managers.
  questionnaireStanding(standing: Standing, closesAt: string): string;
  questionnaireResults(standing: Standing): string;
  questionnairePublishChoice(): string;
  questionnairePublished(number: number): string;
}
