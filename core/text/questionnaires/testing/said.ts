import type { InvitationView, QuestionnaireField, QuestionnairePreview, QuestionView } from '../texts.ts';
import type { Question } from '../../../surveys/questionnaires/questions.ts';
import type { QuestionMistake } from '../../../surveys/questionnaires/read-questions.ts';
import type { Standing } from '../../../surveys/questionnaires/standing.ts';
import type { Texts } from '../../texts.ts';

const common = { required: true, onlyIf: null, jumps: [] };
const questions: Question[] = [
  { kind: 'scale', id: '1', text: 'clean?', from: 1, to: 5, ...common },
  {
    kind: 'choice',
    id: '2',
    text: 'better?',
    options: ['x', 'y'],
    several: true,
    ...common,
    jumps: [{ when: { question: '2', is: '=', value: 1 }, to: 'end' }],
  },
  { kind: 'text', id: '3', text: 'why?', ...common, onlyIf: { question: '1', is: '<', value: 3 } },
  { kind: 'text', id: '4', text: 'else?', ...common, required: false },
];
const preview: QuestionnairePreview = {
  number: 1,
  invitation: 'x',
  questions,
  groups: ['G'],
  inGroups: true,
  inDirect: true,
  direct: 3,
  unreachable: 1,
  households: 80,
  unknown: ['9'],
  opensAt: '9:00',
  closesAt: '15:00',
  remindAt: '12:00',
  repeats: true,
  againAt: '9:00',
  isOffer: true,
};
const bare: QuestionnairePreview = {
  ...preview,
  groups: [],
  inDirect: false,
  unreachable: 0,
  households: 0,
  unknown: [],
  opensAt: null,
  remindAt: null,
  repeats: false,
  againAt: null,
  isOffer: false,
};
const invited: InvitationView = {
  number: 1,
  title: 'T',
  intro: 'I',
  anonymous: true,
  perHousehold: true,
  isOffer: false,
  count: 3,
  closesAt: '15:00',
  question: null,
};
const asked: QuestionView = {
  title: 'T',
  question: 'clean?',
  kind: 'scale',
  number: 2,
  of: 3,
  isFirst: false,
  required: true,
  several: false,
  options: [],
  range: [1, 5],
};
const standing: Standing = {
  number: 1,
  title: 'T',
  state: 'open',
  anonymous: true,
  perHousehold: true,
  closesAt: new Date(0),
  answered: 12,
  households: 80,
  tallies: [
    { kind: 'scale', id: '1', text: 'clean?', answered: 12, mean: 4.2, marks: [{ mark: 1, count: 2 }] },
    { kind: 'scale', id: '1', text: 'clean?', answered: 0, mean: null, marks: [{ mark: 1, count: 0 }] },
    { kind: 'choice', id: '2', text: 'better?', answered: 12, several: false, options: [{ label: 'x', count: 3 }] },
    { kind: 'text', id: '3', text: 'why?', answered: 30, words: Array.from({ length: 30 }, (_, at) => `w${at}`) },
  ],
};
const mistakes: QuestionMistake['why'][] = [
  ...(['no_questions', 'number', 'empty', 'scale', 'few_options', 'many_options', 'many_questions'] as const),
  ...(['condition', 'unknown_question', 'not_before', 'not_after', 'value'] as const),
];
const fields: QuestionnaireField[] = [
  ...(['title', 'audience', 'closes', 'opens', 'anonymous', 'per', 'way', 'repeat'] as const),
  ...(['offer', 'past', 'order', 'later'] as const),
];
const states = ['draft', 'scheduled', 'open', 'closed', 'withdrawn', 'discarded'] as const;

/** Everything that is said about questionnaires. */
export function questionnairesSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const both = [true, false] as const;
  return [
    ...said('questionnaireHow', texts.questionnaireHow()),
    ...said(
      'questionnaires',
      texts.questionnaires(states.map((state) => ({ number: 1, title: 'T', state, closesAt: '15:00' }))),
    ),
    ...said('questionnaireUnknown', texts.questionnaireUnknown(7)),
    ...said('questionnaireMistakes', texts.questionnaireMistakes(mistakes.map((why) => ({ line: 2, said: 'x', why })))),
    ...said('questionnaireMistakes', texts.questionnaireMistakes([{ line: 1, said: '', why: 'no_questions' }])),
    ...said('questionnaireFieldWrong', ...fields.map((field) => texts.questionnaireFieldWrong(field, 'x'))),
    ...said(
      'questionnaireFieldUnknown',
      texts.questionnaireFieldUnknown('x', 'y'),
      texts.questionnaireFieldUnknown('x', null),
    ),
    ...said('questionnairePreview', texts.questionnairePreview(preview), texts.questionnairePreview(bare)),
    ...said('questionnaireConfirmChoice', texts.questionnaireConfirmChoice()),
    ...said('questionnaireQuarterlyChoice', texts.questionnaireQuarterlyChoice()),
    ...said('questionnaireDiscardChoice', texts.questionnaireDiscardChoice()),
    ...said('questionnaireOpened', texts.questionnaireOpened(1)),
    ...said('questionnaireScheduled', texts.questionnaireScheduled(1, '9:00')),
    ...said('questionnaireDiscarded', texts.questionnaireDiscarded(1)),
    ...said('questionnaireChangedSince', texts.questionnaireChangedSince(1)),
    ...said('questionnaireTooLate', texts.questionnaireTooLate(1)),
    ...said('questionnaireNoDraft', texts.questionnaireNoDraft(1)),
    ...said('questionnaireNotOpen', texts.questionnaireNotOpen(1)),
    ...said('questionnaireExtended', texts.questionnaireExtended(1, '9:00')),
    ...said('questionnaireWithdrawnDone', texts.questionnaireWithdrawnDone(1)),
    ...said('questionnaireAgain', texts.questionnaireAgain('T')),
    ...said(
      'questionnaireInvitation',
      texts.questionnaireInvitation(invited),
      texts.questionnaireInvitation({ ...invited, anonymous: false, perHousehold: false, isOffer: true }),
      texts.questionnaireInvitation({ ...invited, intro: '', count: 1, question: 'clean?' }),
    ),
    ...said('questionnaireJoinChoice', texts.questionnaireJoinChoice()),
    ...said(
      'questionnaireQuestion',
      ...both.flatMap((required) => [
        texts.questionnaireQuestion({ ...asked, required }),
        texts.questionnaireQuestion({ ...asked, required, isFirst: true, of: null }),
        texts.questionnaireQuestion({ ...asked, required, kind: 'choice', several: true, options: ['x'], range: null }),
        texts.questionnaireQuestion({ ...asked, required, kind: 'text', range: null }),
      ]),
    ),
    ...said('questionnaireTickedChoice', texts.questionnaireTickedChoice()),
    ...said('questionnaireTickFirst', texts.questionnaireTickFirst()),
    ...said('questionnaireBack', texts.questionnaireBack()),
    ...said('questionnaireSkip', texts.questionnaireSkip()),
    ...said('questionnaireQuit', texts.questionnaireQuit()),
    ...said('questionnaireWay', texts.questionnaireWay(1)),
    ...both.flatMap((anonymous) =>
      both.flatMap((other) => [
        ...said('questionnaireThanks', texts.questionnaireThanks('T', { anonymous, changed: other })),
        ...said('questionnaireTaken', texts.questionnaireTaken('T', { anonymous, perHousehold: other })),
      ]),
    ),
    ...said('questionnaireNoted', texts.questionnaireNoted()),
    ...said('questionnaireOver', texts.questionnaireOver('T')),
    ...said('questionnaireNotMeant', texts.questionnaireNotMeant('T')),
    ...said('questionnaireOwn', texts.questionnaireOwn('T', '15:00')),
    ...said('questionnaireRedoChoice', texts.questionnaireRedoChoice()),
    ...said('questionnaireQuitDone', texts.questionnaireQuitDone('T', 1)),
    ...said(
      'questionnaireOutOfRange',
      texts.questionnaireOutOfRange([1, 5], 0),
      texts.questionnaireOutOfRange(null, 3),
    ),
    ...said('questionnaireOnlyOne', texts.questionnaireOnlyOne()),
    ...said('questionnaireMustAnswer', texts.questionnaireMustAnswer()),
    ...said(
      'questionnaireReminder',
      ...both.map((anonymous) => texts.questionnaireReminder({ number: 1, title: 'T', closesAt: '15:00', anonymous })),
    ),
    ...said('questionnaireWithdrawn', texts.questionnaireWithdrawn('T')),
    ...said('questionnaireOutcome', texts.questionnaireOutcome(standing)),
    ...said(
      'questionnaireStanding',
      ...states.map((state) => texts.questionnaireStanding({ ...standing, state }, '15:00')),
      texts.questionnaireStanding({ ...standing, perHousehold: false, anonymous: false, households: 0 }, '15:00'),
    ),
    ...said('questionnaireResults', texts.questionnaireResults(standing)),
    ...said('questionnairePublishChoice', texts.questionnairePublishChoice()),
    ...said('questionnairePublished', texts.questionnairePublished(1)),
  ];
}
