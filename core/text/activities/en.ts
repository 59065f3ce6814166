import { dots, lines } from '../layout.ts';
import type { ActivityMistake, ActivityTexts, ActivityView, SignUpLine } from './texts.ts';

const states: Record<ActivityView['state'], string> = {
  draft: 'draft',
  scheduled: 'scheduled',
  open: 'open for sign-up',
  closed: 'sign-up is over',
  withdrawn: 'cancelled',
  discarded: 'discarded',
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

const places = ({ capacity, going, waiting }: ActivityView): string =>
  [
    capacity === null ? `${people(going)} signed up` : `${going} of ${capacity} places taken`,
    capacity !== null && (going >= capacity ? ', full' : `, ${capacity - going} left`),
    waiting > 0 && `, ${waiting} waiting`,
  ]
    .filter(Boolean)
    .join('');

const row = ({ name, heads, comment, attended }: SignUpLine, at: number): string =>
  `${at + 1}. ${name}${heads > 1 ? ` (${heads})` : ''}${comment ? `: ${comment}` : ''}${attended ? ' ✓' : ''}`;

const rows = (all: SignUpLine[]): string => {
  const going = all.filter(({ state }) => state === 'going');
  const waiting = all.filter(({ state }) => state === 'waiting');
  return lines(...going.map(row), waiting.length > 0 && 'Waiting:', ...waiting.map(row));
};

const mistake = (one: ActivityMistake): string => {
  switch (one.kind) {
    case 'no_title':
      return 'There is no name; please write it behind “activity”';
    case 'no_time':
      return 'There is no time; please add a line such as “time: Saturday 10:00”';
    case 'time_passed':
      return 'The time of the activity has passed';
    case 'until_late':
      return 'Sign-up would end after the activity begins';
    case 'until_passed':
      return 'The end of sign-up has passed';
    case 'time':
      return `I did not understand the time “${one.said}”; “Saturday 10:00” or “6 December 9:30” will do`;
    case 'until':
      return `I did not understand “${one.said}” as the end of sign-up; “Friday 18:00” will do`;
    case 'capacity':
      return `I did not understand “${one.said}” as a number of places; please write a number such as “20”`;
    case 'audience':
      return `I did not understand “${one.said}” as an audience; “all”, “building 3, 5” or “#tenants” will do`;
    case 'field':
      return one.nearest ? `Did you mean “${one.nearest}” by “${one.said}”?` : `There is no field “${one.said}”`;
  }
};

export const activities = {
  activityAnnouncement: (activity) =>
    lines(
      `📣 ${activity.title}`,
      activity.text,
      `When: ${activity.startsAt}`,
      activity.place && `Where: ${activity.place}`,
      places(activity),
      activity.isOpen
        ? `To sign up, reply “sign up” or “sign up 2” to this message, or add yourself to the list. Until ${activity.closesAt}.`
        : activity.state === 'withdrawn'
          ? 'It is cancelled.'
          : 'Sign-up is over.',
    ),
  activityFull: (title) =>
    `“${title}” is full. You can still sign up to wait; places that become free are given out in turn.`,
  activityJoin: () => 'Sign up',
  activityLeave: () => 'Cancel sign-up',
  activityJoined: (title, heads, left) =>
    `You are signed up for “${title}”, ${people(heads)}${left === null ? '' : `; ${left} left`}. If you cannot come, reply “cancel sign-up”.`,
  activityWaits: (title, heads, place) =>
    `There are not enough places left at “${title}”. You are number ${place} in the line (${people(heads)}), and hear from us as soon as there is room.`,
  activityNoRoom: (title, heads, left) =>
    `Only ${left} more can come to “${title}”. Your sign-up (${people(heads)}) stays as it was.`,
  activityLeft: (title) => `Your sign-up for “${title}” is cancelled. Thank you for telling us.`,
  activityNotJoined: (title) => `You are not signed up for “${title}”; there is nothing to cancel.`,
  activityNoMore: (title) => `One cannot sign up for “${title}” now.`,
  activityMovedUp: (title, heads, startsAt) =>
    `There is room now: you are signed up for “${title}” (${people(heads)}). See you ${startsAt}. If you cannot come, reply “cancel sign-up”.`,
  activityWhich: () => 'Several activities are open. Which would you like to come to?',
  activityListKept: (title, heads) =>
    `Some neighbours were missing from that list. They are all on record: ${people(heads)} for “${title}”. No need to start again.`,
  activityNone: () => 'No activity is open for sign-up now.',
  activityList: (all) =>
    lines(
      'Activities:',
      ...all.map((one) => `${one.number}. ${dots(one.title, one.startsAt, states[one.state], places(one))}`),
    ),
  activityOwn: (activity, own) =>
    lines(
      dots(activity.title, activity.startsAt, activity.place),
      places(activity),
      own
        ? own.state === 'going'
          ? `You are signed up, ${people(own.heads)}.`
          : `You are in the line, ${people(own.heads)}.`
        : activity.isOpen
          ? 'You are not signed up. Reply “sign up” to come.'
          : `Now: ${states[activity.state]}.`,
    ),
  activityReminder: (activity) =>
    `A reminder: “${activity.title}” begins ${activity.startsAt}${activity.place ? `, ${activity.place}` : ''}. If you cannot come, please reply “cancel sign-up”, so that somebody who waits can.`,
  activityReminderForAll: (activity) =>
    `“${activity.title}” begins ${activity.startsAt}${activity.place ? `, ${activity.place}` : ''}. ${people(activity.going)} signed up. See you there.`,
  activityCancelled: (title, reason) => `“${title}” is cancelled${reason ? `: ${reason}` : '. We are sorry'}.`,
  activityThanks: (title, heads) => `“${title}” is over, and ${people(heads)} took part. Thank you all.`,

  activityPreview: ({ number, announcement, groups, households, unknown, remindAt, thankAt }) =>
    lines(
      `Draft of activity ${number}, please check. Residents will see:`,
      '———',
      announcement,
      '———',
      `Goes to ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}${groups.length > 0 ? ` (${groups.join(', ')})` : ''}, ${households} households.`,
      unknown.length > 0 && `Not found: ${unknown.join(', ')}.`,
      remindAt
        ? `Those who come are reminded ${remindAt}; thanks are said ${thankAt}.`
        : `It is too near for a reminder; thanks are said ${thankAt}.`,
      'To change something, reply to this message, for example “places: 30”.',
    ),
  activityConfirm: () => 'Confirm and publish',
  activityDiscard: () => 'Discard',
  activityMistakes: (all) =>
    lines('This cannot be announced yet, and nothing was changed:', ...all.map((one) => `· ${mistake(one)}`)),
  activityOpened: (number, groups) =>
    `Activity ${number} is on its way to ${groups} ${groups === 1 ? 'group' : 'groups'}. Where a group has had its messages for today, it comes later. Write “activity ${number}” to see who comes.`,
  activityDiscarded: (number) => `Activity ${number} is discarded; nothing was sent.`,
  activityDetail: (activity, all) =>
    lines(
      `Activity ${activity.number} ${activity.title} (${states[activity.state]})`,
      dots(activity.startsAt, activity.place),
      places(activity),
      rows(all),
    ),
  activityUnknown: (number) =>
    `There is no activity ${number}, and nothing was changed. Write “activity” to see which there are.`,
  activityNotNow: (activity) => `Activity ${activity.number}: ${states[activity.state]}. Nothing was changed.`,
  activityHow: () =>
    lines(
      'To announce an activity, write:',
      'activity Dumplings together',
      'We make dumplings; everything is there',
      'time: Saturday 10:00',
      'place: club room',
      'places: 20',
      'sign-up until: Friday 18:00',
      'audience: all',
      'Later: activity 1 (who comes) · activity 1 enter Wang 2 people · activity 1 attended Wang · activity 1 absent Chen · activity 1 cancel rain',
    ),
  activityCancelNoted: (number, told, untold) =>
    lines(
      `Activity ${number} is cancelled. The groups are being told, and ${people(told)} directly.`,
      untold.length > 0 && `These have no direct chat; please tell them: ${untold.join(', ')}.`,
    ),
  activityMovedUpUntold: (number, name, heads) =>
    `Activity ${number}: ${name} (${people(heads)}) comes from the waiting line and could not be told. Please tell them.`,
  activitySignUpOver: (activity, all) =>
    lines(`Sign-up for activity ${activity.number} ${activity.title} is over: ${places(activity)}.`, rows(all)),
  activityAttended: (number, heads, unknown) =>
    lines(
      `Activity ${number}: ${people(heads)} attended.`,
      unknown.length > 0 && `Not on the list: ${unknown.join(', ')}.`,
    ),
  activityEntered: (number, name, heads, waits) =>
    `Activity ${number}: ${name}, ${people(heads)}${waits ? ' (waiting)' : ''}.`,
} satisfies ActivityTexts;
