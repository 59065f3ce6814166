import { dots, lines, quoted } from '../layout.ts';
import { lettered, questionLines, shareOf, tallyLines } from './shared.ts';
import type { QuestionnaireField, QuestionnaireTexts } from './texts.ts';
import type { QuestionMistake } from '../../surveys/questionnaires/read-questions.ts';
import type { Standing } from '../../surveys/questionnaires/standing.ts';

const states: Record<Standing['state'], string> = {
  draft: 'draft',
  scheduled: 'not begun',
  open: 'open',
  closed: 'closed',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
};

const mistakes: Record<QuestionMistake['why'], string> = {
  no_questions: 'there are no questions. Write each on a line with its number: 1. How clean is it? (1-5)',
  number: 'number the questions from 1 on, one after the other',
  empty: 'this question says nothing',
  scale: 'a scale goes up and has 11 marks at most, like (1-5)',
  few_options: 'a choice needs two different options at least: A cleaning B security',
  many_options: 'ten options at most',
  many_questions: 'thirty questions at most',
  condition: 'this condition cannot be read. Write: if 1<3: what is wrong? or 2=B → 4',
  unknown_question: 'there is no question of that number',
  not_before: 'a condition looks at an earlier question',
  not_after: 'it can only lead to a later question, or to the end',
  value: 'that question has no such option or mark; questions answered in words cannot be conditions',
};

const fields: Record<QuestionnaireField, (said: string) => string> = {
  title: () => 'The first line is the title.',
  audience: (said) => `“${said}” says nobody. For example: for: building 3, 5`,
  closes: (said) => `“${said}” is no time to close. For example: until: Sunday 18:00, or until: 7 days`,
  opens: (said) => `“${said}” is no time to begin. For example: opens: tomorrow 9:00`,
  anonymous: (said) => `“${said}” is neither: write anonymous: yes or anonymous: no`,
  per: (said) => `“${said}” is neither: write per: household or per: person`,
  way: (said) => `“${said}” is no way: write way: groups, way: direct or way: both`,
  repeat: (said) => `“${said}” cannot be read. For example: repeat: every quarter`,
  offer: (said) => `“${said}” is neither: write offer: yes or offer: no`,
  past: (said) => `“${said}” has passed already.`,
  later: (said) => `“${said}” is no later than it closes now.`,
  order: (said) => `“${said}” must come after it opens.`,
};

const who = (anonymous: boolean): string =>
  anonymous
    ? 'Anonymous: we do not keep who answered what. The chat platform can see what you send.'
    : 'Not anonymous: the office sees who answered what.';
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const words = {
  mean: (mean: string) => `mean ${mean}`,
  answered: (n: number) => count(n, 'answer'),
  more: (n: number) => `and ${n} more`,
};
const participation = (standing: Standing): string =>
  dots(
    `answered by ${count(standing.answered, standing.perHousehold ? 'household' : 'person')}`,
    standing.households > 0 && standing.perHousehold && `${standing.households} on record`,
    shareOf(standing),
  );

export const questionnaires = {
  questionnaireHow: () =>
    lines(
      'To ask residents, change this and send it to me:',
      'questionnaire How are we doing?',
      '1. How clean is it? (1-5)',
      'if 1<3: what is wrong?',
      '3. What should be better? A cleaning B security C repairs',
      '4. Anything else?',
      'for: all',
      'until: 7 days',
      'anonymous: yes',
      'Also: opens, per (household/person), way (groups/direct/both), repeat (every quarter), offer (yes/no), intro. Write (multiple) where several may be chosen, and 2=B → 4 to go on elsewhere.',
      'To see one: questionnaire 1. To end it: questionnaire 1 end. To extend it: questionnaire 1 extend 3 days. To take it back: questionnaire 1 withdraw.',
    ),
  questionnaires: (all) =>
    lines(
      ...all.map(({ number, title, state, closesAt }) =>
        dots(`Questionnaire ${number}: ${title}`, states[state], `until ${closesAt}`),
      ),
    ),
  questionnaireUnknown: (number) => `There is no questionnaire ${number}. To see all: questionnaire`,
  questionnaireMistakes: (all) =>
    lines(
      'Nothing was saved. Please mend this and send it again:',
      ...all.map(
        ({ line, said, why }) => `Line ${line}${said === '' ? '' : ` (“${quoted(said, 30)}”)`}: ${mistakes[why]}`,
      ),
    ),
  questionnaireFieldWrong: (field, said) => fields[field](said),
  questionnaireFieldUnknown: (said, nearest) =>
    `I do not know “${quoted(said, 20)}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} Nothing was saved.`,
  questionnairePreview: (view) =>
    lines(
      `Draft of questionnaire ${view.number}. Residents will read:`,
      '———',
      view.invitation,
      '———',
      ...questionLines(view.questions, {
        several: 'several',
        optional: 'optional',
        required: 'required',
        inWords: 'in words',
        onlyIf: (when) => `only if ${when}`,
        end: 'end',
      }),
      view.inGroups && `To ${count(view.groups.length, 'group')}: ${view.groups.slice(0, 8).join(', ') || 'none'}`,
      view.inDirect &&
        `To ${count(view.direct, 'person')} directly${view.unreachable > 0 ? ` (${view.unreachable} more never wrote to me and cannot be reached)` : ''}`,
      view.isOffer && 'About offers: directly only to those who agreed to them.',
      view.households > 0 && `${count(view.households, 'household')} on record`,
      view.unknown.length > 0 && `Not found: ${view.unknown.join(', ')}`,
      dots(
        view.opensAt === null ? 'begins when you confirm' : `begins ${view.opensAt}`,
        `closes ${view.closesAt}`,
        view.remindAt !== null && `one reminder ${view.remindAt}`,
      ),
      view.repeats && `Repeats: the next draft comes ${view.againAt ?? ''} for you to confirm`,
      'To change it, reply to this, for example: until: Sunday 18:00. Or send it whole again.',
    ),
  questionnaireConfirmChoice: () => 'Confirm and publish',
  questionnaireQuarterlyChoice: () => 'Repeat every quarter',
  questionnaireDiscardChoice: () => 'Discard',
  questionnaireOpened: (number) =>
    `Questionnaire ${number} is on its way. Where a group has had its messages for today, it comes later. How it stands: questionnaire ${number}`,
  questionnaireScheduled: (number, at) =>
    `Questionnaire ${number} begins ${at}. To take it back: questionnaire ${number} withdraw`,
  questionnaireDiscarded: (number) => `Questionnaire ${number} is discarded. Nobody was asked.`,
  questionnaireChangedSince: (number) =>
    `Questionnaire ${number} was changed after you saw it. Please look at it as it is now:`,
  questionnaireTooLate: (number) =>
    `Questionnaire ${number} would be over already. Reply with a later time, for example: until: 7 days`,
  questionnaireNoDraft: (number) =>
    `Questionnaire ${number} is no draft any more. How it stands: questionnaire ${number}`,
  questionnaireNotOpen: (number) => `Questionnaire ${number} is not open.`,
  questionnaireExtended: (number, at) => `Questionnaire ${number} now closes ${at}.`,
  questionnaireWithdrawnDone: (number) => `Questionnaire ${number} is withdrawn. What can be recalled is recalled.`,
  questionnaireAgain: (title) => `It is time for “${title}” again. Here is a draft like the last one, to be confirmed:`,

  questionnaireInvitation: (view) =>
    lines(
      `[${view.isOffer ? 'Services' : 'Questionnaire'} ${view.number}] ${view.title}`,
      view.intro,
      dots(
        view.question === null && count(view.count, 'question'),
        view.perHousehold && 'one answer per household',
        `until ${view.closesAt}`,
      ),
      who(view.anonymous),
      view.question === null && 'To take part, tap below or reply “take part”. I will ask you in our direct chat.',
      view.question,
    ),
  questionnaireJoinChoice: () => 'Take part',
  questionnaireQuestion: (view) =>
    lines(
      `${view.title} · ${view.of === null ? `question ${view.number}` : `${view.number}/${view.of}`}`,
      view.question,
      ...lettered(view.options),
      view.range && `Reply ${view.range[0]}–${view.range[1]}${view.required ? '' : ', or “skip”'}`,
      view.several && `Several may be chosen: reply with letters, like AC${view.required ? '' : ', or “skip”'}`,
      view.kind === 'text' &&
        (view.required ? 'Please reply in your own words.' : 'Reply in your own words, or “skip”.'),
      view.isFirst ? 'Reply “quit” to stop, also when you want to report something.' : '',
    ),
  questionnaireTickedChoice: () => 'That’s all',
  questionnaireTickFirst: () => 'Please tap what you choose first, or reply with letters, such as AC.',
  questionnaireBack: () => 'Back',
  questionnaireSkip: () => 'Skip',
  questionnaireQuit: () => 'Quit',
  questionnaireWay: (number) =>
    `I may not write to you first. Please send me “questionnaire ${number}” in a direct chat to take part.`,
  questionnaireThanks: (title, { anonymous, changed }) =>
    lines(
      changed ? `Your answers to “${title}” are changed. Thank you!` : `That was all of “${title}”. Thank you!`,
      !changed &&
        (anonymous
          ? 'Your answers are kept without your name or flat, so they cannot be changed any more.'
          : 'To change them before it closes, tap “Take part” again.'),
    ),
  questionnaireNoted: () => 'Noted, thank you! You can change it until it closes.',
  questionnaireOver: (title) => `“${title}” is over. Thank you for your interest.`,
  questionnaireNotMeant: (title) => `“${title}” does not ask your building this time. Thank you all the same.`,
  questionnaireOwn: (title, closesAt) =>
    `You have answered “${title}” already, thank you! You can answer anew until it closes, ${closesAt}.`,
  questionnaireRedoChoice: () => 'Answer anew',
  questionnaireTaken: (title, { anonymous, perHousehold }) =>
    `${perHousehold ? `“${title}” asks each household once, and somebody of yours has answered.` : `You have answered “${title}” already.`} Thank you!${anonymous ? ' Anonymous answers cannot be changed.' : ''}`,
  questionnaireQuitDone: (title, number) =>
    `All right, nothing of “${title}” was kept. To answer later, reply “questionnaire ${number}”.`,
  questionnaireOutOfRange: (range, options) =>
    range
      ? `Please reply with a number from ${range[0]} to ${range[1]}.`
      : `Please choose A to ${'ABCDEFGHIJ'[options - 1] ?? ''}, or 1 to ${options}.`,
  questionnaireOnlyOne: () => 'Only one can be chosen here. Please choose again.',
  questionnaireMustAnswer: () => 'This one needs an answer. To stop, reply “quit”.',
  questionnaireReminder: ({ number, title, closesAt, anonymous }) =>
    lines(
      `[Questionnaire ${number}] ${title} closes ${closesAt}. If you have not answered yet, please do.`,
      who(anonymous),
    ),
  questionnaireWithdrawn: (title) => `The questionnaire “${title}” is withdrawn. Please do not answer it.`,
  questionnaireOutcome: (standing) =>
    lines(
      `[Questionnaire ${standing.number}: results] ${standing.title}`,
      `Thank you: ${participation(standing)}.`,
      ...tallyLines(standing, words, { withWords: false }),
    ),

  questionnaireStanding: (standing, closesAt) =>
    lines(
      `Questionnaire ${standing.number}: ${standing.title}`,
      dots(states[standing.state], `until ${closesAt}`, standing.anonymous && 'anonymous'),
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
    ),
  questionnaireResults: (standing) =>
    lines(
      `Questionnaire ${standing.number} is over: ${standing.title}`,
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
      'To tell residents the result (numbers only), tap below.',
    ),
  questionnairePublishChoice: () => 'Tell the residents',
  questionnairePublished: (number) => `The result of questionnaire ${number} is on its way to the groups.`,
} satisfies QuestionnaireTexts;
