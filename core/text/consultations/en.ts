import { least, type Threshold } from '../../surveys/consultations/threshold.ts';
import { dots, lines, quoted } from '../layout.ts';
import { percentOf, yuanInEnglish as yuan } from './figures.ts';
import type { AskedView, ConsultationTexts, DraftMistake, OutcomeView, StatusView, VoteView } from './texts.ts';

const kinds: Record<AskedView['kind'], string> = { consultation: 'Consultation', vote: 'Vote', pledge: 'Pledge' };
const states: Record<StatusView['state'], string> = {
  draft: 'is a draft',
  scheduled: 'is scheduled',
  open: 'is open',
  closed: 'is over',
  withdrawn: 'was withdrawn',
  discarded: 'was discarded',
};

const named = ({ kind, number, title }: AskedView): string => `${kinds[kind]} ${number} “${quoted(title, 40)}”`;
const share = (it: Threshold): string => {
  if (it.share * 2 === it.of && it.over) return 'more than half';
  return `${it.over ? 'more than' : 'at least'} ${percentOf(it)}`;
};
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const where = (buildings: readonly string[]): string =>
  buildings.length === 0 ? 'the whole estate' : `building ${buildings.join(', ')}`;

function howDecided({ kind, rules, options }: AskedView): string | null {
  if (kind !== 'vote') return null;
  const whole = rules.base === 'eligible' ? 'all households' : 'the votes';
  const what =
    rules.yes === null
      ? `The option with the most votes wins if it has ${share(rules.majority)} of ${whole}.`
      : `“${options[rules.yes] ?? ''}” needs ${share(rules.majority)} of ${whole}.`;
  const abstaining =
    rules.abstain === null || rules.base === 'eligible'
      ? ''
      : ` Abstentions ${rules.countAbstentions ? 'count' : 'do not count'} among the votes.`;
  return `It is valid if ${share(rules.quorum)} of the households take part. ${what}${abstaining}`;
}

function howToAnswer({ kind, number, options }: AskedView): string {
  if (kind === 'pledge')
    return `Reply to this with what you would give, for example “200”, or write to me directly (“pledge ${number} 200”). It is only noted; no money is moved here. You can change it until the end.`;
  if (options.length === 0)
    return `Reply to this with your opinion, or write “consultation ${number} …” to me directly.`;
  const rule = kind === 'vote' ? 'One vote a household, ' : 'You have one say a household, ';
  return `${rule}and you can change it until the end. Press an option, or reply to this with it and your reasons, if you like. Write “vote ${number}” to me directly to see what is on record for your household.`;
}

const said = ({ choice, amount, opinion }: VoteView): string =>
  [choice, amount === null ? null : yuan(amount), opinion ? 'with your opinion' : null].filter(Boolean).join(', ');

function verdict({ result, winner, asked, voters, eligible, counts, base, pledged }: OutcomeView): string {
  const { rules, goal } = asked;
  const of = rules.base === 'eligible' ? count(base, 'household') : count(base, 'vote');
  switch (result) {
    case 'carried':
      return `Result: carried (${winner ?? ''}: ${share(rules.majority)} of ${of}).`;
    case 'chosen':
      return `Result: “${winner ?? ''}” is chosen (${share(rules.majority)} of ${of}).`;
    case 'rejected':
      return `Result: not carried; it did not reach ${share(rules.majority)} of ${of}.`;
    case 'tie':
      return `Result: a tie at ${count(Math.max(...counts.filter((_, i) => i !== rules.abstain), 0), 'vote')} each; not carried.`;
    case 'no_majority':
      return `Result: no option reached ${share(rules.majority)} of ${of}; none is chosen.`;
    case 'no_quorum':
      return `Result: not valid, too few took part. ${count(least(rules.quorum, eligible), 'household')} were needed, ${voters} voted.`;
    case 'no_votes':
      return 'Result: nobody took part.';
    case 'heard':
      return 'All opinions have been received; the office will consider them and answer.';
    case 'goal_met':
      return `Pledged: ${yuan(pledged)}; the goal of ${yuan(goal ?? 0)} is met. These are pledges only, no money was moved.`;
    case 'goal_short':
      return `Pledged: ${yuan(pledged)}, ${yuan((goal ?? 0) - pledged)} short of the goal of ${yuan(goal ?? 0)}. These are pledges only, no money was moved.`;
    case 'pledged':
      return `Pledged: ${yuan(pledged)} in all. These are pledges only, no money was moved.`;
  }
}

function mistake(it: DraftMistake): string {
  switch (it.kind) {
    case 'field':
      return it.nearest ? `There is no “${it.said}” here; “${it.nearest}”?` : `There is no “${it.said}” here.`;
    case 'no_title':
      return 'The first line is the title, as in: vote: New lifts';
    case 'title_long':
      return 'Keep the title below 60 characters; the rest goes on the next line.';
    case 'no_text':
      return 'Say what it is about: why, how, at what cost.';
    case 'options':
      return 'There are two options at least, each another one: options: yes/no/abstain';
    case 'too_many':
      return 'There are eight options at most, of 20 characters each.';
    case 'audience_by_ticket':
      return 'Name buildings or tags, as in: audience: building 3, 5';
    case 'audience':
    case 'unknown_audience':
      return `I know of no “${quoted(it.said, 20)}”. As in: audience: building 3, 5`;
    case 'time':
      return `I cannot read the time “${quoted(it.said, 20)}”. As in: until: 30 Nov 18:00, or until: 7 days`;
    case 'time_order':
      return 'It must end later than now, and later than it begins.';
    case 'share':
      return `I cannot read “${quoted(it.said, 20)}”. As in: rule: quorum 2/3, majority more than half`;
    case 'amount':
      return `I cannot read the amount “${quoted(it.said, 20)}”. As in: goal: 3000`;
    case 'households':
      return `I cannot read the number “${quoted(it.said, 20)}”. As in: households: 320`;
    case 'abstain':
      return 'For abstentions, write “count” or “do not count”.';
  }
}

const statusLine = ({ asked, state, opensAt, voters, eligible }: StatusView): string =>
  dots(
    `${named(asked)} ${states[state]}`,
    state === 'scheduled' && opensAt && `begins ${opensAt}`,
    (state === 'scheduled' || state === 'open') && `ends ${asked.closesAt}`,
    state === 'open' && `${voters} of ${count(eligible, 'household')} took part`,
  );

export const consultations = {
  consultation: (asked) =>
    lines(
      `[${kinds[asked.kind]} ${asked.number}] ${asked.title}`,
      asked.text,
      `For ${where(asked.buildings)}, until ${asked.closesAt}.`,
      asked.goal !== null && `Goal: ${yuan(asked.goal)}.`,
      howDecided(asked),
      howToAnswer(asked),
    ),
  consultationReminder: (asked) =>
    lines(`${named(asked)} ends ${asked.closesAt}. If you have not taken part yet, please do.`, howToAnswer(asked)),
  consultationPreview: ({ asked, opensAt, groups, households, stated, attachments }) =>
    lines(
      asked.options.length > 0 && `Options: ${asked.options.join(' / ')}`,
      `Draft of ${kinds[asked.kind].toLowerCase()} ${asked.number}, as it will look; nothing has been sent.`,
      groups.length === 0
        ? '⚠️ No group of residents is meant by that: it cannot be sent.'
        : `To: ${groups.slice(0, 8).join(', ')}${groups.length > 8 ? ` and ${groups.length - 8} more` : ''}.`,
      stated
        ? `${count(households, 'household')}, as you say.`
        : `${count(households, 'household')} on record. If there are more, write “households: …”; the turnout is counted by it.`,
      opensAt ? `It begins ${opensAt}.` : 'It goes out as soon as you confirm.',
      attachments > 0 && `${count(attachments, 'file')} attached.`,
      'Once it is out, title, text and options stay as they are; it can only be extended or withdrawn.',
    ),
  consultationNobody: () =>
    'No group of residents is meant by that, so nothing was sent. Reply to the draft with “audience: …”, or link a group first.',
  consultationConfirm: () => 'Confirm and publish',
  consultationChange: () => 'Change',
  consultationDiscard: () => 'Discard',
  consultationChangeHow: () =>
    'Reply to the draft with what changes, as in “until: 5 Dec 18:00”, “options: plan A/plan B”, “rule: quorum 2/3, majority more than half”. For another text write “change to …”.',
  consultationHow: () =>
    lines(
      'Write it so:',
      'vote: New lifts',
      'why, how, at what cost …',
      'audience: building 3, 5',
      'until: 30 Nov 18:00',
      'options, rule, abstentions, households and start can be written, too; otherwise the policy holds. “consultation: …” gathers opinions, “pledge: …” notes amounts (goal: 3000).',
      'Of one that is out: “vote 1” shows the turnout, “vote 1 extend 5 Dec”, “vote 1 withdraw reason”.',
    ),
  consultationMistakes: (mistakes) => lines('It cannot go out like this:', ...mistakes.map((it) => `· ${mistake(it)}`)),
  consultationOpened: (number, groups) =>
    `No. ${number} is on its way to ${count(groups, 'group')}. Where a group has had its messages for today, it comes later.`,
  consultationScheduled: (number, when) => `No. ${number} is scheduled and begins ${when}.`,
  consultationDiscarded: () => 'Discarded. Nothing was sent.',
  consultationChangedSince: (number) =>
    `Number ${number} was changed after you saw it. Please look at it as it is now:`,
  consultationSettled: (state) => `This one ${states[state]}; there is nothing to do.`,
  consultationUnknown: (number) => `There is no number ${number}. “vote” lists all.`,
  consultationStatus: (status) =>
    lines(
      statusLine(status),
      status.state === 'open' && 'Until it ends only the turnout is shown, so that nobody is swayed.',
    ),
  consultationList: (all) =>
    all.length === 0
      ? 'There is no vote, consultation or pledge now.'
      : lines(...all.map(statusLine), 'Until the end only the turnout is shown.'),
  consultationExtendHow: () => 'Say until when, later than it ends now, as in: vote 1 extend 5 Dec 18:00',
  consultationExtended: (asked) =>
    `${named(asked)} now ends ${asked.closesAt}. What is on record stays valid, and can be changed until then.`,
  consultationWithdrawHow: () => 'Give a reason; everybody is told, as in: vote 1 withdraw the plan was wrong',
  consultationWithdrawn: (asked, reason) =>
    `${named(asked)} is withdrawn; what was said in it counts no more. Reason: ${reason}`,
  consultationDone: () => 'Done, and the groups are told.',
  consultationOutcome: (outcome) =>
    lines(
      `${named(outcome.asked)} is over.`,
      `${outcome.voters} of ${count(outcome.eligible, 'household')} took part.`,
      outcome.counts.length > 0 &&
        outcome.voters > 0 &&
        outcome.counts.map((votes, i) => `${outcome.asked.options[i] ?? ''}: ${votes}`).join(' · '),
      verdict(outcome),
      outcome.asked.kind !== 'consultation' &&
        `Check of the record: ${outcome.headHash.slice(0, 16)} (ask the office for the log to count it again)`,
    ),
  consultationOpinions: (opinions, more, late) =>
    lines(
      opinions.length === 0 ? 'Nobody wrote an opinion.' : 'What residents wrote (without names):',
      ...opinions.map((one) => `· ${quoted(one, 200)}`),
      more > 0 && `And ${more} more.`,
      late > 0 && `${count(late, 'household')} became known only after it began; please check.`,
    ),
  consultationBroken: (asked, seq) =>
    `⚠️ ${named(asked)} has ended, but its log does not fit together from entry ${seq} on, so no outcome was published. Have an operator run: linli recount ${asked.number}`,
  ballotCounted: (asked, vote, hash, changed) =>
    `${named(asked)}: ${said(vote) || 'your opinion'} ${changed ? 'is now' : 'is'} on record for your household. Your number is ${hash}; you will find it in the log at the end. ${changed ? 'The last one counts.' : 'You can change it until the end.'}`,
  ballotUnchanged: (asked, vote, hash) =>
    `${named(asked)}: on record for your household is ${said(vote) || 'your opinion'}. Your number is ${hash}.`,
  ballotNoted: () => 'Noted.',
  ballotChangedAtHome: (asked, vote) =>
    `${named(asked)}: somebody of your household changed its record to “${said(vote)}”. One vote a household; the last one counts. Reply with your choice to change it.`,
  ballotOver: (asked) => `${named(asked)} is over; this was not counted.`,
  ballotNotOpen: (asked, when) => `${named(asked)} has not begun; it begins ${when}.`,
  ballotNoFlat: (asked) =>
    `${named(asked)} counts households, and I do not know your flat, so this was not counted. Write “flat 7-2-502” (yours) to me directly, then choose again.`,
  ballotNoFlatInGroup: (asked) =>
    `${named(asked)} counts households. As long as your flat is not confirmed a press does not count: write “flat 7-2-502” (yours) to me directly, then choose again.`,
  ballotFlatQuestion: (asked, flat) =>
    `${named(asked)} counts households. You live in ${flat}, don’t you? It is counted once you confirm.`,
  ballotFlatYes: () => 'Yes, count it',
  ballotFlatNo: () => 'No',
  ballotFlatWrong: () => 'All right, it was not counted. Write “flat 7-2-502” (yours), then choose again.',
  ballotElsewhere: (asked) =>
    `${named(asked)} is for ${where(asked.buildings)} only, so this was not counted. Thank you for caring.`,
  ballotOtherFlat: (asked) =>
    `${named(asked)}: you have already spoken for another flat, and nobody speaks for two, so this was not counted. If you moved, please tell the office.`,
  ballotNotOffered: (asked) =>
    asked.kind === 'pledge'
      ? `Write an amount, as in “pledge ${asked.number} 200”.`
      : `That is not among the options: ${asked.options.join(' / ')}`,
  ballotWhich: (all) =>
    lines(
      'Several are open. Which one do you mean? Please name its number:',
      ...all.map((asked) => `· ${kinds[asked.kind]} ${asked.number} ${quoted(asked.title, 30)}`),
    ),
  ballotNone: (asked) => `${named(asked)}: nothing is on record for your household.`,
} satisfies ConsultationTexts;
