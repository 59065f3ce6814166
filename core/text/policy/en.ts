import { words } from '../words/en.ts';
import { mattersWith } from './matters-with.ts';
import { pageWith, type PageSentences } from './page.ts';
import { spanParts } from './span-parts.ts';
import type { PolicyTexts } from './texts.ts';

const weekday = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const order = Object.keys(weekday) as (keyof typeof weekday)[];
const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;
const list = (items: readonly string[]): string => items.join(', ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const plural = {
  repair: 'repairs',
  complaint: 'complaints',
  suggestion: 'suggestions',
  inquiry: 'questions',
  praise: 'praise',
};
const urgency = { normal: 'normal', high: 'urgent', emergency: 'emergency' };

const inWords: Pick<PolicyTexts, 'span' | 'matters' | 'windows' | 'weekHours'> = {
  span({ ms, counts }) {
    const { days, hours, minutes } = spanParts(ms);
    const parts = [days && count(days, 'day'), hours && count(hours, 'hour'), minutes && count(minutes, 'minute')];
    return `${parts.filter(Boolean).join(' ')}${counts === 'service' ? ' of service time' : ''}`;
  },
  matters: (scope) =>
    mattersWith(
      {
        area: (area) => words.area(area),
        kind: (kind) => plural[kind],
        urgency: (how) => urgency[how],
        list,
        except: (areas) => `not ${areas}`,
        everything: 'everything',
        emergencies: 'emergencies',
        qualified: (what, how) => `${what} (${how.join('; ')})`,
      },
      scope,
    ),
  windows: (windows) => list(windows.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)) || 'closed',
  weekHours(hours) {
    const said = hours.map(({ days, windows }) => {
      const [first, last] = [days[0] ?? 'mon', days.at(-1) ?? 'sun'];
      const inRow = order.indexOf(last) - order.indexOf(first) === days.length - 1;
      if (days.length === 7) return windows.length > 0 ? `every day ${inWords.windows(windows)}` : 'closed for now';
      const which =
        inRow && days.length > 2 ? `${weekday[first]} to ${weekday[last]}` : list(days.map((day) => weekday[day]));
      return `${which} ${inWords.windows(windows)}`;
    });
    return said.join('; ');
  },
};

const sentences: PageSentences = {
  ...inWords,
  list,
  title: 'Our service standards',
  hours: (week, holidays, zone) =>
    `Service hours: ${week}${holidays ? `; ${holidays}` : ''}${zone ? ` (${zone})` : ''}`,
  asEver: 'on public holidays, too',
  onHolidays: (windows) => `public holidays ${windows}`,
  quiet: (from, to) => `Quiet hours from ${from} to ${to}: only emergencies disturb anybody`,
  expect: 'What you may expect:',
  answer: (matters, within, isEmergency) =>
    within === null
      ? `${capital(matters)}: answered without a time limit`
      : isEmergency
        ? `${capital(matters)}: a person answers within ${within}, day or night`
        : `${capital(matters)}: answered within ${within}`,
  everything: 'everything',
  progress: (within) => `While it is open: news at least every ${within}`,
  resolution: (within) => `Done within: ${within}`,
  promise: 'The time that was agreed on is itself a limit',
  passing: 'Whoever you ask first stays in charge until somebody else has accepted',
  ifLate: 'If we are late:',
  told: (who) =>
    `It goes ${who.map(({ who, after }) => `to ${who} ${after ? `${after} after it` : 'at the limit'}`).join(', ')}`,
  apology: (newDate) => `You need not ask: we apologise and name a new time, within ${newDate}`,
  afterwards: 'When it is done:',
  closing: (remindAfter, closeAfter) =>
    `We ask you to rate it, remind you once after ${remindAfter}, and close it after ${closeAfter} without a word; say “not solved” to reopen it`,
  reopened: (within) => `Not solved, and answered again within: ${within}`,
  followUps: (after, byPerson, byBot) =>
    [
      `${capital(after)} after closing we ask again`,
      byPerson && `a person after ${byPerson}`,
      byBot && `the bot after ${byBot}`,
    ]
      .filter(Boolean)
      .join('; '),
  occasion: (occasion, share) =>
    ({
      complaint: 'complaints',
      emergency: 'emergencies',
      reopened: 'reopened tickets',
      low_rating: 'low ratings',
      sample: `${share} of the rest`,
    })[occasion],
  addressee: {
    assignee: 'the person in charge',
    on_duty: 'the person on duty',
    next_on_duty: 'the next on duty',
    staff: 'the whole staff',
    supervisor: 'the supervisors',
    manager: 'the manager',
    requester: 'you',
  },
  telling: 'How we tell and ask you:',
  budget: (most, digestAt) =>
    `After ${most} messages in a group and day, what is not urgent comes together at ${digestAt}; “/less” means less for you`,
  changes: (leadTime) => `Fees and rules that change are explained ${leadTime} before`,
  votes: (quorum, majority) =>
    `Votes: one for each household; valid when ${quorum} of the households take part, carried by more than ${majority} of the votes`,
  inCharge: 'In charge:',
  inChargeOf: (what, name) => `${what}: ${name}`,
  spanOf: (matters, within) => `${matters}${matters && ' '}${within}`,
  specialDay: (windows, because) => `${windows} (${because})`,
  clauses: (codes) => ` (${codes.join(', ')})`,
};

const fields: Record<string, string> = {
  'calendar.week': 'Service hours',
  'calendar.holidays': 'Public holidays of',
  'calendar.onHolidays': 'Service hours on public holidays',
  'calendar.onMakeUpDays': 'Service hours on make-up working days',
  'calendar.quietHours': 'Quiet hours',
  'passing.acceptWithin': 'Passed on and to be accepted within',
  'passing.counts': 'Passing on counts in',
  'breach.newDateWithin': 'New limit after one has passed',
  'breach.counts': 'The new limit counts in',
  'reminders.spacing': 'Time between two reminders to a person',
  'reminders.digestFrom': 'Reminders come together from',
  'reminders.postponeAtMost': 'A reminder can be put off by at most',
  'closing.remindToRateAfter': 'Reminder to rate after',
  'closing.closeUnansweredAfter': 'Closed without a word after',
  'followUps.after': 'Follow-up after closing',
  'followUps.by.complaint': 'Follow-up of complaints',
  'followUps.by.emergency': 'Follow-up of emergencies',
  'followUps.by.reopened': 'Follow-up of what was reopened',
  'followUps.by.low_rating': 'Follow-up of low ratings',
  'followUps.by.sample': 'Follow-up of a sample',
  'followUps.sampleShare': 'Share of the sample',
  'followUps.lowRatingUpTo': 'A rating is low up to',
  'followUps.retryAt': 'Hours at which a follow-up is tried again',
  'followUps.attemptsAtMost': 'Follow-up tried at most',
  'health.every': 'Channels are checked every',
  'health.silentFrom': 'Messages from which silence is noticed',
  'health.silentAfter': 'A group is silent after',
  'health.clockSkew': 'Clocks may differ by',
  'health.queueLag': 'What is due may wait',
  'machines.flappingWithin': 'Alarms of a device are one incident within',
  'machines.perMinute': 'Reports of a device a minute, at most',
  'understanding.actFrom': 'A ticket is opened when so sure',
  'understanding.askFrom': 'Staff are asked when so sure',
  'understanding.opinionsPerDay': 'Questions to a language model a day',
  'understanding.opinionWithin': 'A language model answers within',
  'understanding.shadowFor': 'A group that is only listened to is reported after',
  'understanding.incidentFrom': 'Flats that make an incident',
  'understanding.incidentWithin': 'Reports of an incident come within',
  'safety.words': 'Safety words in an emergency',
  'restraint.perGroupAndDay': 'Messages in a group and day',
  'restraint.digestAt': 'Hours at which messages come together',
  'notices.takeBackWithin': 'A confirmed notice can be taken back for',
  'notices.secondPersonFor': 'Notices to which a second manager agrees',
  'notices.remindSecondAfter': 'Reminder that a second manager has to agree after',
  'notices.leadTime': 'Lead time of fees and rules that change',
  'notices.offerQuestionsFrom': 'Households that ask the same, until all are answered',
  'notices.walkListAfter': 'Who has not confirmed an emergency is listed after',
  'publications.remindBefore': 'Reminder before a publication is due',
  'publications.overdueAfter': 'A late publication is told to the supervisors after',
  'care.askAgainAfter': 'A care check-in is repeated after',
  'care.handOnAfter': 'A check-in without an answer becomes a ticket after',
  'care.lookInWithin': 'Somebody must take that ticket within',
  'care.ladder': 'Ladder until somebody takes that ticket',
  'questionnaires.open': 'Questionnaires are open for',
  'questionnaires.remindBefore': 'Reminder before a questionnaire closes',
  'consultations.open': 'Votes and consultations are open for',
  'consultations.remindBefore': 'Reminder before a vote closes',
  'consultations.quorum': 'Share of households that makes a vote valid',
  'consultations.majority': 'A vote is carried by more than',
  'activities.remindBefore': 'Reminder before an activity',
  'activities.thankAfter': 'Thanks after an activity begins, by',
  'archive.keep': 'Records are kept, and then made anonymous, after',
  'review.on': 'The policy is reviewed each year on',
  leaveUnlinkedAfter: 'A group that nobody links is left after',
};

const purposes = {
  first_response: '',
  reopened: 'answer after reopening',
  progress: 'progress',
  resolution: 'done',
  promise: 'promised times',
  follow_up: 'follow-up',
};

export const policy = {
  ...inWords,
  counts: (counts) => ({ calendar: 'calendar time', service: 'service time' })[counts],
  serviceStandards: (standards) => pageWith(sentences, standards),
  // A path stays as it is written in a file.
  policyChange: (what, before, after) => `${what.includes('.') ? what : capital(what)}: ${before} → ${after}`,
  limitName: (purpose, matters) => [purposes[purpose], matters].filter(Boolean).join(', ') || 'everything',
  policyField: (path) => fields[path] ?? null,
  specialDay: (windows, because) => `${windows} (${because})`,
  asOnMonday: () => 'as on a Monday',
  wholeEstate: () => 'the whole estate',
  names: list,
  nothing: () => 'nothing',
  unlimited: () => 'no limit',
  holidaysUnknown: (year) =>
    `⚠️ The public holidays of ${year} are not known yet, so its days go by the week. Update linli when they are announced, or name the days under calendar.days.`,
  samePolicy: () => 'Both policies are the same.',
} satisfies PolicyTexts;
