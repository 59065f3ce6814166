import { AskState } from '../../../../prisma/generated/enums.ts';
import type { Texts } from '../../texts.ts';
import type { ActivityMistake, ActivityView, SignUpLine } from '../texts.ts';

const activity: ActivityView = {
  number: 1,
  title: 'G',
  text: 'x',
  place: 'y',
  startsAt: '15:00',
  closesAt: '12:00',
  capacity: 3,
  going: 2,
  waiting: 0,
  state: 'open',
  isOpen: true,
};
const free: ActivityView = { ...activity, capacity: null, going: 1, text: '', place: '' };
const full: ActivityView = { ...activity, going: 3, waiting: 2 };
const lines: SignUpLine[] = [
  { name: 'Wu', heads: 2, comment: 'x', state: 'going', attended: true },
  { name: 'Li', heads: 1, comment: '', state: 'waiting', attended: false },
];
const mistakes: ActivityMistake[] = [
  ...(['no_title', 'no_time', 'time_passed', 'until_late', 'until_passed'] as const).map((kind) => ({ kind })),
  ...(['time', 'until', 'capacity', 'audience'] as const).map((kind) => ({ kind, said: 'x' })),
  { kind: 'field', said: 'x', nearest: 'y' },
  { kind: 'field', said: 'x', nearest: null },
];
const preview = {
  number: 1,
  announcement: 'x',
  groups: ['G'],
  households: 3,
  unknown: [],
  remindAt: '9:00',
  thankAt: '18:00',
};

/** Everything that is said about activities. */
export function activitiesSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const over = Object.values(AskState).map((state): ActivityView => ({ ...activity, state, isOpen: state === 'open' }));
  return [
    ...said('activityAnnouncement', ...[free, full, ...over].map((one) => texts.activityAnnouncement(one))),
    ...said('activityFull', texts.activityFull('G')),
    ...said('activityJoin', texts.activityJoin()),
    ...said('activityLeave', texts.activityLeave()),
    ...said('activityJoined', texts.activityJoined('G', 1, null), texts.activityJoined('G', 2, 3)),
    ...said('activityWaits', texts.activityWaits('G', 1, 1), texts.activityWaits('G', 2, 3)),
    ...said('activityNoRoom', texts.activityNoRoom('G', 2, 1)),
    ...said('activityLeft', texts.activityLeft('G')),
    ...said('activityNotJoined', texts.activityNotJoined('G')),
    ...said('activityNoMore', texts.activityNoMore('G')),
    ...said('activityMovedUp', texts.activityMovedUp('G', 2, '15:00')),
    ...said('activityWhich', texts.activityWhich()),
    ...said('activityListKept', texts.activityListKept('G', 3)),
    ...said('activityNone', texts.activityNone()),
    ...said('activityList', texts.activityList([activity, free, full, ...over])),
    ...said('activityOwn', texts.activityOwn(activity, null), texts.activityOwn({ ...activity, isOpen: false }, null)),
    ...said('activityOwn', texts.activityOwn(activity, { heads: 2, state: 'going' })),
    ...said('activityOwn', texts.activityOwn(free, { heads: 1, state: 'waiting' })),
    ...said('activityReminder', texts.activityReminder(activity), texts.activityReminder(free)),
    ...said('activityReminderForAll', texts.activityReminderForAll(activity), texts.activityReminderForAll(free)),
    ...said('activityCancelled', texts.activityCancelled('G', 'x'), texts.activityCancelled('G', '')),
    ...said('activityThanks', texts.activityThanks('G', 1), texts.activityThanks('G', 3)),
    ...said('activityPreview', texts.activityPreview(preview)),
    ...said('activityPreview', texts.activityPreview({ ...preview, groups: [], unknown: ['9'], remindAt: null })),
    ...said('activityConfirm', texts.activityConfirm()),
    ...said('activityDiscard', texts.activityDiscard()),
    ...said('activityMistakes', texts.activityMistakes(mistakes)),
    ...said('activityOpened', texts.activityOpened(1, 1), texts.activityOpened(1, 2)),
    ...said('activityDiscarded', texts.activityDiscarded(1)),
    ...said('activityDetail', texts.activityDetail(full, lines), texts.activityDetail(free, [])),
    ...said('activityUnknown', texts.activityUnknown(9)),
    ...said('activityNotNow', ...over.map((one) => texts.activityNotNow(one))),
    ...said('activityHow', texts.activityHow()),
    ...said('activityCancelNoted', texts.activityCancelNoted(1, 2, ['Wu']), texts.activityCancelNoted(1, 1, [])),
    ...said('activityMovedUpUntold', texts.activityMovedUpUntold(1, 'Wu', 2)),
    ...said('activitySignUpOver', texts.activitySignUpOver(full, lines), texts.activitySignUpOver(free, [])),
    ...said('activityAttended', texts.activityAttended(1, 3, ['Wu']), texts.activityAttended(1, 1, [])),
    ...said('activityEntered', texts.activityEntered(1, 'Wu', 2, true), texts.activityEntered(1, 'Wu', 1, false)),
  ];
}
