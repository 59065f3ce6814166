import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Area, Kind, LimitKind, Origin, Role, TicketStatus, Urgency } from '../../prisma/generated/enums.ts';
import { parseCommand } from '../desk/command.ts';
import { deskVerbs, ticketVerbs } from '../desk/verb.ts';
import type { LimitView } from './clocks/texts.ts';
import { followUpOccasions } from '../policy/policy.ts';
import type { FollowUpCardView } from './follow-ups/texts.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { weekdays } from '../policy/reading/office-hours.ts';
import { leavesOf } from '../policy/reading/policy-leaves.ts';
import { limitPurposes } from '../policy/policy.ts';
import { standardsOf } from '../policy/reading/standards.ts';
import { activitiesSaid } from './activities/testing/said.ts';
import { shadowSaid } from './shadow/testing/said.ts';
import { incidentsSaid } from './incidents/testing/said.ts';
import { outagesSaid } from './outages/testing/said.ts';
import { safetySaid } from './safety/testing/said.ts';
import { opinionSaid } from './opinion/testing/said.ts';
import { reasonsSaid } from './reasons/testing/said.ts';
import { suggestionsSaid } from './suggestions/testing/said.ts';
import { archiveSaid } from './archive/testing/said.ts';
import { consultationsSaid } from './consultations/testing/said.ts';
import { questionnairesSaid } from './questionnaires/testing/said.ts';
import { restraintSaid } from './restraint/testing/said.ts';
import { faqSaid } from './faq/testing/said.ts';
import { receiptsSaid } from './receipts/testing/said.ts';
import { careSaid } from './care/testing/said.ts';
import { feesSaid } from './fees/testing/said.ts';
import { healthSaid } from './health/testing/said.ts';
import { machinesSaid } from './machines/testing/said.ts';
import { plansSaid } from './plans/testing/said.ts';
import { publicationsSaid } from './publications/testing/said.ts';
import { noticesSaid } from './notices/testing/said.ts';
import { nearestLocale, textsFor } from './texts-for.ts';
import { versionTexts } from './versions/testing/version-texts.ts';
import { locales, type CardView, type Locale, type Texts, type TicketLine, type TicketView } from './texts.ts';

const ticket: TicketView = {
  code: 'A7K2',
  kind: 'repair',
  area: 'facilities',
  urgency: 'normal',
  status: 'open',
  place: { building: '3', unit: '2', room: '8501', spot: 'at 8501' },
  summary: 'lift 8501',
  assignee: 'Wang',
  sensitive: false,
};
const line: TicketLine = { ...ticket, dueAt: '15:00', overdue: false };
const card: CardView = {
  ...ticket,
  requester: 'Li',
  origin: 'group',
  reporters: 3,
  chased: 2,
  photos: 1,
  dueAt: '15:00',
  lastStep: 'x',
  score: null,
  settledByResident: false,
  offered: null,
};
const steps = [
  'opened assigned taken answered asked_back promised progressed passed declined returned merged',
  'absorbed dismissed message_added message_recalled message_edited corrected settled_by_resident done rated',
  'confirmed reopened closed reminded breached delivery_failed follow_up_planned followed_up unheard_of',
].flatMap((row) => row.split(' '));
const verbs = [...ticketVerbs, ...deskVerbs];
const now = new Date('2026-11-20T10:00:00+08:00');

/** What is said when tickets are passed on, and of ratings. */
function passingTexts(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const offered = { to: 'Zhao', acceptBy: '15:00' };
  const rated = { name: 'Zhao', count: 2, mean: '3.5', low: 1 };
  return [
    ...said('card', texts.card({ ...card, offered }), texts.card({ ...card, offered: { to: 'Zhao', acceptBy: null } })),
    ...said('inChargeUntil', texts.inChargeUntil('Zhao', '15:00', 'Wang'), texts.inChargeUntil('Zhao', null, 'Wang')),
    ...said('offeredToYou', texts.offeredToYou(ticket, 'Wang', '15:00')),
    ...said('offerEnded', texts.offerEnded('A7K2', 'Wang'), texts.offerEnded('A7K2', null)),
    ...said('declinedByColleague', texts.declinedByColleague('A7K2', 'Zhao', 'not mine')),
    ...said('declinedByColleague', texts.declinedByColleague('A7K2', 'Zhao', null)),
    ...said('returnedUnaccepted', texts.returnedUnaccepted('A7K2', 'Zhao', 'Wang')),
    ...said('passNeedless', texts.passNeedless('A7K2', 'Wang')),
    ...said('passToAbsent', texts.passToAbsent('A7K2', 'Zhao', '15:00')),
    ...said('passAnyway', texts.passAnyway('Zhao')),
    ...said('notPassedToYou', texts.notPassedToYou('A7K2')),
    ...said('noLongerYours', texts.noLongerYours('A7K2')),
    ...said('workEnded', texts.workEnded('Zhao')),
    ...said('helpForContractors', texts.helpForContractors()),
    ...said('ratings', texts.ratings(90, 2, { staff: [rated, { ...rated, count: 1, low: 0 }], contractors: [] })),
    ...said('ratings', texts.ratings(90, 2, { staff: [], contractors: [rated] })),
  ];
}

/** What residents may read in their group about a ticket. */
const inTheGroup = (texts: Texts, view: TicketView): string[] => [
  ...['15:00', null].map((dueAt) => texts.receipt(view, dueAt)),
  ...Object.values(TicketStatus).map((status) => texts.standing({ ...view, status }, '15:00')),
  texts.emergencyReceipt(view),
  texts.receipts([{ ticket: view, dueAt: '15:00' }]),
  texts.ownTickets([
    { ...line, ...view },
    { ...line, ...view, overdue: true },
  ]),
  texts.place(view.place, 'coarse'),
];

/** What is said when asking after closed tickets. */
function followUpTexts(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const whole: FollowUpCardView = {
    ticket,
    caller: 'Wang',
    requester: 'Li',
    occasion: 'complaint',
    closedAt: '9:00',
    score: 2,
    said: 'x',
    attempt: 2,
    dueAt: '15:00',
  };
  const bare = { ...whole, requester: null, closedAt: null, score: null, said: null, attempt: 1, dueAt: null };
  const results = ['satisfied', 'not_solved', 'unreached', 'declined', 'no_answer'] as const;
  return [
    ...said('followUpQuestion', texts.followUpQuestion('A7K2', 'x'), texts.followUpQuestion('A7K2', null)),
    ...said('followUpWell', texts.followUpWell()),
    ...said('followUpNotWell', texts.followUpNotWell()),
    ...said('followUpContact', texts.followUpContact()),
    ...said('followUpThanks', texts.followUpThanks()),
    ...said('followUpContactComes', texts.followUpContactComes()),
    ...said('followUpNoMore', texts.followUpNoMore()),
    ...said(
      'followUpCard',
      texts.followUpCard(bare),
      ...followUpOccasions.map((occasion) => texts.followUpCard({ ...whole, occasion })),
    ),
    ...said('followUpResult', ...results.map((result) => texts.followUpResult(result))),
    ...said(
      'followUpNoted',
      ...results.map((result) => texts.followUpNoted('A7K2', 'Wang', result, null)),
      texts.followUpNoted('A7K2', 'Wang', 'unreached', '15:00'),
    ),
    ...said('followUpNone', texts.followUpNone('A7K2')),
    ...said('followUpHow', texts.followUpHow('A7K2')),
    ...said('followUpReminder', texts.followUpReminder('A7K2', 'Wang', '5')),
    ...said('followUpLate', texts.followUpLate('A7K2', 'Wang', '5')),
    ...said(
      'colleagueUnreached',
      texts.colleagueUnreached('Wang', 'A7K2', 'x'),
      texts.colleagueUnreached('Wang', null, 'x'),
    ),
    ...said('step', texts.step('followed_up', { outcome: 'wants_contact', note: 'x' })),
  ];
}

/** How the policy is told. */
function policyTexts(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const windows = [{ opensAt: '08:30', closesAt: '12:00' }];
  const hours = [
    { days: ['mon', 'tue', 'wed'] as const, windows },
    { days: ['sat', 'sun'] as const, windows: [] },
  ].map(({ days, windows }) => ({ days: [...days], windows }));
  const [kinds, areas, urgencies] = [Object.values(Kind), Object.values(Area), Object.values(Urgency)];
  const inCharge = [{ what: '3', name: 'Wang' }];
  return [
    ...said('serviceStandards', texts.serviceStandards(standardsOf(defaultPolicy, { timeZone: 'UTC', inCharge }))),
    ...said(
      'span',
      ...[1, 90, 1440, 4321].map((minutes) => texts.span({ ms: minutes * 60_000, counts: 'calendar' })),
      texts.span({ ms: 3_600_000, counts: 'service' }),
    ),
    ...said('counts', texts.counts('calendar'), texts.counts('service')),
    ...said(
      'matters',
      ...kinds.map((kind) => texts.matters({ kinds: [kind], urgencies, areas })),
      ...urgencies.map((urgency) => texts.matters({ kinds: ['repair'], urgencies: [urgency], areas: ['fees'] })),
      texts.matters({ kinds, urgencies: ['emergency'], areas }),
      texts.matters({ kinds, urgencies, areas: areas.slice(1) }),
    ),
    ...said('weekHours', texts.weekHours(hours), texts.weekHours([{ days: [...weekdays], windows: [] }])),
    ...said('windows', texts.windows(windows), texts.windows([])),
    ...said('holidaysUnknown', texts.holidaysUnknown(2027)),
    ...said('policyChange', texts.policyChange('x', '1', '2')),
    ...said('limitName', ...limitPurposes.flatMap((one) => [texts.limitName(one, ''), texts.limitName(one, 'x')])),
    ...said('policyField', ...leavesOf(defaultPolicy).map(({ path }) => texts.policyField(path) ?? path)),
    ...said('asOnMonday', texts.asOnMonday()),
    ...said('specialDay', texts.specialDay('08:30', 'x')),
    ...said('wholeEstate', texts.wholeEstate()),
    ...said('names', texts.names(['Wang', 'Li'])),
    ...said('nothing', texts.nothing()),
    ...said('unlimited', texts.unlimited()),
    ...said('samePolicy', texts.samePolicy()),
  ];
}

/** What is said about accounts and about who is who. */
function peopleTexts(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const account = { channel: 'wechat', name: 'Garden' };
  const unnamed = { channel: 'telegram', name: null };
  const missed = { from: '14:00', until: '14:20', lasted: '20', fetched: 3, complete: false };
  const known = { name: 'Li', flat: '3-2-501', since: '1 Aug', tickets: 3 };
  const stranger = { name: 'Wu', flat: null, since: '1 Aug', tickets: 0 };
  const line = { ...account, state: 'online' as const, since: '9:00', stopped: false, gaps: [missed] };
  const quota = {
    ...account,
    stoppedSince: null,
    windows: [{ used: 3, allowed: 5, per: '1' }],
    waiting: 2,
    next: '9:00',
  };
  return [
    ...said('platform', ...['wechat', 'telegram', 'web', 'other'].map((channel) => texts.platform(channel))),
    ...said('accountDown', texts.accountDown(account, '14:00'), texts.accountDown(unnamed, '14:00')),
    ...said('accountUnsteady', texts.accountUnsteady()),
    ...[
      missed,
      { ...missed, complete: true },
      { ...missed, fetched: 0 },
      { ...missed, fetched: 0, complete: true },
    ].flatMap((one) =>
      said('accountBack', texts.accountBack(account, one), texts.accountBack(account, { ...one, until: null })),
    ),
    ...said(
      'mayBeMissing',
      texts.mayBeMissing(account, missed),
      texts.mayBeMissing(account, { ...missed, until: null }),
    ),
    ...said('loginNeeded', texts.loginNeeded(account, null), texts.loginNeeded(unnamed, '14:00')),
    ...said('loginCodesHeld', texts.loginCodesHeld(account)),
    ...said('loginCodeComes', texts.loginCodeComes()),
    ...said('noLoginNeeded', texts.noLoginNeeded()),
    ...said(
      'groupsTakenOver',
      texts.groupsTakenOver(account, unnamed, ['A', '']),
      texts.groupsTakenOver(account, account, ['A']),
    ),
    ...said(
      'accounts',
      ...(['online', 'connecting', 'login_needed', 'offline'] as const).map((state) =>
        texts.accounts([{ ...line, state }]),
      ),
      texts.accounts([
        {
          ...line,
          since: null,
          stopped: true,
          gaps: [
            { ...missed, until: null },
            { ...missed, complete: true },
          ],
        },
      ]),
    ),
    ...said(
      'quota',
      texts.quota([quota]),
      texts.quota([{ ...quota, stoppedSince: '9:00', windows: [], waiting: 0, next: null }]),
    ),
    ...said('sendingStopped', texts.sendingStopped(['WeChat'])),
    ...said('sendingResumed', texts.sendingResumed(['WeChat', 'Telegram'])),
    ...said('stopHow', texts.stopHow(['WeChat'])),
    ...said(
      'samePerson',
      texts.samePerson('wechat', 'Li', [known]),
      texts.samePerson('wechat', 'Li', [known, stranger]),
    ),
    ...said('samePersonYes', texts.samePersonYes(known), texts.samePersonYes(stranger), texts.samePersonYes(null)),
    ...said('samePersonNo', texts.samePersonNo(1), texts.samePersonNo(2)),
    ...said('samePersonSettled', texts.samePersonSettled('Wang', 'Li'), texts.samePersonSettled('Wang', null)),
    ...said('joinCode', texts.joinCode('ABCD2345', 10)),
    ...said('joinInPrivate', texts.joinInPrivate()),
    ...said('joinDone', texts.joinDone('wechat')),
    ...said('joinWrong', texts.joinWrong()),
    ...said('joinExpired', texts.joinExpired()),
    ...said('joinUsed', texts.joinUsed()),
    ...said('joinOwn', texts.joinOwn()),
    ...said('joinOtherWay', texts.joinOtherWay()),
    ...said('joinConfirm', texts.joinConfirm('wechat', 'Li')),
    ...said('joinConfirmYes', texts.joinConfirmYes()),
    ...said('joinConfirmNo', texts.joinConfirmNo()),
    ...said('joinWaits', texts.joinWaits()),
    ...said('joinRefused', texts.joinRefused()),
    ...said('joinRefusedElsewhere', texts.joinRefusedElsewhere()),
    ...said('flatOnRecord', texts.flatOnRecord('3-2-501', true), texts.flatOnRecord('3-2-501', false)),
    ...said('flatUnknown', texts.flatUnknown()),
    ...said('flatNoted', texts.flatNoted()),
    ...said('flatHow', texts.flatHow()),
    ...said('flatInPrivate', texts.flatInPrivate()),
    ...said('flatConfirmed', texts.flatConfirmed('Li', '3-2-501')),
    ...said('flatHowForStaff', texts.flatHowForStaff()),
    ...said('noSuchBuilding', texts.noSuchBuilding()),
  ];
}

/** What is said about limits: reminders, escalation, apologies, and putting off. */
function clockTexts(texts: Texts, views: TicketView[]): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const ofEach = (say: (view: TicketView, limit: LimitView) => string): string[] =>
    views.flatMap((view) => Object.values(LimitKind).map((kind) => say(view, { kind, clause: 'P5d' })));
  return [
    ...said('reminder', ...ofEach((view, limit) => texts.reminder(view, limit, '5'))),
    ...said('escalation', ...ofEach((view, limit) => texts.escalation(view, limit, '5'))),
    ...said('limitNear', ...ofEach((view, limit) => texts.limitNear(view, limit, '5'))),
    ...said(
      'reminderDigest',
      ...ofEach((view, { kind }) => texts.reminderDigest('', [{ ticket: view, kind, left: '5' }])),
    ),
    ...views.flatMap((view) =>
      said(
        'emergencyAlarm',
        texts.emergencyAlarm(view, { called: [], waited: null }),
        texts.emergencyAlarm(view, { called: ['Wang', 'Zhao'], waited: '3' }),
      ),
    ),
    ...said('acknowledged', texts.acknowledged('A7K2', 'Wang'), texts.acknowledged('A7K2', '')),
    ...said('handled', texts.handled('A7K2', 'Wang', 'all safe'), texts.handled('A7K2', '', null)),
    ...said('calledOff', texts.calledOff('A7K2', 'Wang'), texts.calledOff('A7K2', '')),
    ...said(
      'apology',
      ...Object.values(LimitKind).flatMap((kind) =>
        ['Wang', null].map((assignee) => texts.apology('A7K2', kind, assignee, '15:00')),
      ),
    ),
    ...said('emergencyApology', texts.emergencyApology('A7K2')),
    ...said('choosePostpone', texts.choosePostpone('A7K2')),
    ...said('postponeInAnHour', texts.postponeInAnHour()),
    ...said('postponeToday', texts.postponeToday()),
    ...said('postponeTomorrow', texts.postponeTomorrow()),
    ...said('needsReason', texts.needsReason('A7K2', '15:00')),
    ...said('postponeHow', texts.postponeHow('A7K2')),
    ...said('postponedTill', texts.postponedTill('A7K2', '15:00')),
    ...said('alreadyPostponed', texts.alreadyPostponed('A7K2')),
    ...said('nothingToPostpone', texts.nothingToPostpone('A7K2')),
    ...said(
      'step',
      ...['escalated', 'apologised', 'paused', 'resumed', 'postponed'].map((type) => texts.step(type, {})),
    ),
  ];
}

/** What is said of the grid, the duty roster, swaps and absences. */
function dutyTexts(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const day = { month: 11, dayOfMonth: 30, weekday: 1 };
  const hours = { startsAt: '08:30', endsAt: '18:00', nextDay: false, role: 'maintenance' as const };
  const shift = { ...hours, day };
  const night = { ...shift, startsAt: '18:00', endsAt: '08:30', nextDay: true, role: null };
  const line = { shift, people: [{ name: 'Li', note: null }] };
  const noted = {
    shift: night,
    people: [
      { name: 'Li', note: 'away' as const },
      { name: 'Wu', note: 'stands_in' as const },
    ],
  };
  const unmanned = { shift, people: [{ name: null, note: null }] };
  const swap = { from: 'Li', to: 'Wang', give: shift, take: null };
  const swaps = [swap, { ...swap, take: night }];
  const away = { name: 'Li', from: day, to: day, hours: null };
  const longer = { ...away, to: { ...day, dayOfMonth: 31 }, hours: { from: '12:00', until: '24:00' } };
  const cells = [
    { building: '3', area: null },
    { building: null, area: 'parking' as const },
    { building: '3', area: 'fees' as const },
  ];
  const left = { shifts: [shift, night], tickets: 2, standIn: 'Wu' };
  return [
    ...said('notUnderstood', texts.notUnderstood(''), texts.notUnderstood('x')),
    ...said('noSuchColleague', texts.noSuchColleague('', []), texts.noSuchColleague('Zhao', ['Li', 'Wang'])),
    ...said('dutyHow', texts.dutyHow()),
    ...said('swapHow', texts.swapHow()),
    ...said('leaveHow', texts.leaveHow()),
    ...said('gridHow', texts.gridHow()),
    ...said('deputyHow', texts.deputyHow()),
    ...said('capacityHow', texts.capacityHow()),
    ...said('noSuchBuildings', texts.noSuchBuildings(['9'], []), texts.noSuchBuildings(['8', '9'], ['1'])),
    ...said('noSuchShift', texts.noSuchShift(day, []), texts.noSuchShift(day, [shift, night])),
    ...said('whichShift', texts.whichShift([shift, night])),
    ...said('shiftHasBegun', texts.shiftHasBegun(shift)),
    ...said('noShiftThen', texts.noShiftThen('Li', day)),
    ...said('dutyNow', texts.dutyNow([], []), texts.dutyNow([line], [noted, unmanned])),
    ...said('dutyWeek', texts.dutyWeek(day, day, []), texts.dutyWeek(day, day, [line])),
    ...said('noRoster', texts.noRoster()),
    ...said('shiftsSet', texts.shiftsSet({ ...hours, weekdays: [1, 3] }, ['Li', 'Wang'])),
    ...said('shiftsSet', texts.shiftsSet({ ...night, weekdays: [1, 2, 3, 4, 5, 6, 7] }, ['Li'])),
    ...said('shiftsEnded', ...[0, 1, 2].map((count) => texts.shiftsEnded(count))),
    ...said('dutyChanged', texts.dutyChanged(shift, null), texts.dutyChanged(shift, 'Li')),
    ...said('changeDropped', texts.changeDropped(shift, 'Li')),
    ...said('noChange', texts.noChange(shift)),
    ...said('swapAsked', ...swaps.map((one) => texts.swapAsked(one))),
    ...said('swapQuestion', ...swaps.map((one) => texts.swapQuestion(one))),
    ...said('swapYes', texts.swapYes()),
    ...said('swapNo', texts.swapNo()),
    ...said('swapAgreed', ...swaps.map((one) => texts.swapAgreed(one))),
    ...said('swapRefused', ...swaps.map((one) => texts.swapRefused(one))),
    ...said('swapLapsed', texts.swapLapsed()),
    ...said(
      'absenceNoted',
      texts.absenceNoted(away, left),
      texts.absenceNoted(longer, { ...left, tickets: 1, standIn: null }),
    ),
    ...said('absenceNoted', texts.absenceNoted(away, { shifts: [], tickets: 0, standIn: null })),
    ...said('absenceOver', texts.absenceOver()),
    ...said('absencesEnded', texts.absencesEnded('Li', 0), texts.absencesEnded('Li', 1)),
    ...said('absences', texts.absences([]), texts.absences([away, longer])),
    ...said('gridSet', texts.gridSet(cells, ['Li', 'Wang'])),
    ...said('gridEnded', texts.gridEnded(cells, 0), texts.gridEnded(cells, 1)),
    ...said('grid', texts.grid([]), texts.grid(cells.map((cell) => ({ cell, names: ['Li'] })))),
    ...said('deputySet', texts.deputySet(null, 'Li'), texts.deputySet('security', 'Li')),
    ...said('deputyEnded', texts.deputyEnded(null, 0), texts.deputyEnded('security', 1)),
    ...said('deputies', texts.deputies([]), texts.deputies([{ role: null, name: 'Li' }])),
    ...said('capacitySet', texts.capacitySet('Li', null, 2), texts.capacitySet('Li', 8, 2)),
    ...said('capacities', texts.capacities([{ name: 'Li', open: 2, capacity: 8, away: true }])),
    ...said('capacities', texts.capacities([{ name: 'Wu', open: 0, capacity: null, away: false }])),
    ...said(
      'step',
      ...['first_asked', 'grid', 'on_duty', 'left', 'nobody', 'unheard of'].map((why) =>
        texts.step('assigned', { name: 'Li', why, passedOver: [{ name: 'Wu', why: 'absent' }] }),
      ),
    ),
  ];
}

/** Everything a catalogue can say, once at least, with the name of the function that says it. */
function everything(texts: Texts): [keyof Texts, string][] {
  const alone: TicketView = {
    ...ticket,
    assignee: null,
    place: { building: null, unit: null, room: null, spot: null },
  };
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  return [
    ...said('kind', ...Object.values(Kind).map((kind) => texts.kind(kind))),
    ...said('area', ...Object.values(Area).map((area) => texts.area(area))),
    ...said('urgency', ...Object.values(Urgency).map((urgency) => texts.urgency(urgency))),
    ...said('status', ...Object.values(TicketStatus).map((status) => texts.status(status))),
    ...said('role', ...Object.values(Role).map((role) => texts.role(role))),
    ...said('origin', ...Object.values(Origin).map((origin) => texts.origin(origin))),
    ...said('place', texts.place(ticket.place, 'full'), texts.place(ticket.place, 'coarse')),
    ...said('when', texts.when(now, now, 'Asia/Shanghai')),
    ...said('duration', texts.duration(0), texts.duration(90_000_000)),
    ...[ticket, alone, { ...ticket, sensitive: true }, { ...ticket, kind: 'praise' as const }].flatMap((view) =>
      inTheGroup(texts, view)
        .filter((text) => text !== '')
        .map((text): [keyof Texts, string] => ['receipt', text]),
    ),
    ...said('emergencyReceipt', texts.emergencyReceipt(ticket), texts.emergencyReceipt(alone)),
    ...said('emergencyReceipt', texts.emergencyReceipt(ticket, true)),
    ...said('receipts', texts.receipts([{ ticket, dueAt: null }])),
    ...said('standing', texts.standing(alone, null)),
    ...said('ownTickets', texts.ownTickets([line])),
    ...said('taken', texts.taken('A7K2', 'Wang')),
    ...said('answer', texts.answer('A7K2', 'Wang', 'x')),
    ...said('askedBack', texts.askedBack('A7K2', 'Wang', 'x')),
    ...said('promised', texts.promised('A7K2', 'Wang', '15:00', null), texts.promised('A7K2', 'Wang', '15:00', 'x')),
    ...said('mergedForResident', texts.mergedForResident('A7K2', 'B3M4')),
    ...said('done', texts.done('A7K2', 'Wang', null), texts.done('A7K2', 'Wang', 'x')),
    ...said('doneAtNight', texts.doneAtNight('A7K2', 'Wang', null), texts.doneAtNight('A7K2', 'Wang', 'x')),
    ...said('ratingReminder', texts.ratingReminder('A7K2')),
    ...said('ratingThanks', ...[null, 1, 5].map((score) => texts.ratingThanks('A7K2', score))),
    ...said('ratingWhy', texts.ratingWhy('A7K2', 2)),
    ...said('ratingReasonNoted', texts.ratingReasonNoted('A7K2')),
    ...said('ratingRange', texts.ratingRange('A7K2')),
    ...said('pressTaken', texts.pressTaken()),
    ...said('reopened', texts.reopened('A7K2', null), texts.reopened('A7K2', 'Wang')),
    ...said('privateAnswer', texts.privateAnswer('A7K2')),
    ...said('noOwnTickets', texts.noOwnTickets()),
    ...said('directHint', texts.directHint()),
    ...said('directUnknown', texts.directUnknown()),
    ...said('notSolved', texts.notSolved()),
    ...said('introduceToResidents', texts.introduceToResidents('Garden')),
    ...said('introduceToStaff', texts.introduceToStaff('Garden')),
    ...said('introduceToManagers', texts.introduceToManagers('Garden')),
    ...said('introduceUnlinked', texts.introduceUnlinked()),
    ...said('leavingUnlinked', texts.leavingUnlinked()),
    ...said('card', texts.card(card), texts.card({ ...card, ...alone, settledByResident: true, score: 2 })),
    ...said('verb', ...verbs.map((verb) => texts.verb(verb))),
    ...said('doubt', texts.doubt('Li', 'x', ticket)),
    ...said('doubtLikeNote', texts.doubtLikeNote({ code: 'B3M4', summary: 'x' })),
    ...said('doubtLikeNote', texts.doubtLikeNote({ code: 'B3M4', summary: null })),
    ...said('doubtYes', texts.doubtYes()),
    ...said('doubtNo', texts.doubtNo()),
    ...said('doubtTakenBack', texts.doubtTakenBack('Li')),
    ...said('doubtChanged', texts.doubtChanged('Li', 'x')),
    ...said('doubtSettled', texts.doubtSettled('Wang', null), texts.doubtSettled('Wang', 'A7K2')),
    ...said(
      'doubtShown',
      texts.doubtShown('Wang', '', null),
      texts.doubtShown('Wang', '我家也是', null),
      texts.doubtShown('Wang', '我家也是', 'A7K2'),
    ),
    ...said('wroteOnClosed', texts.wroteOnClosed('A7K2', 'Li', 'x')),
    ...said('seemsLikeNote', texts.seemsLikeNote('A7K2', { code: 'B3M4', summary: 'x' })),
    ...said('seemsLikeNote', texts.seemsLikeNote('A7K2', { code: 'B3M4', summary: null })),
    ...said('step', texts.step('seems_like', { ticketId: 'x', code: 'B3M4' })),
    ...said('reopenChoice', texts.reopenChoice()),
    ...said('leaveChoice', texts.leaveChoice()),
    ...said('addedToTicket', texts.addedToTicket('A7K2', 'Li', 'x'), texts.addedToTicket('A7K2', 'Li', '')),
    ...said(
      'cardBrief',
      texts.cardBrief('A7K2', 'x', { closed: true, reporters: 1 }),
      texts.cardBrief('A7K2', null, { closed: false, reporters: 3 }),
    ),
    ...said('whichChoice', texts.whichChoice('1')),
    ...said('notOffered', texts.notOffered('7', '1 x · 2 y')),
    ...said('notByChat', texts.notByChat('A7K2')),
    ...said('carriedOut', ...verbs.map((verb) => texts.carriedOut(verb, 'A7K2'))),
    ...said('entered', texts.entered(ticket, null), texts.entered(alone, '15:00')),
    ...said('choosePromise', texts.choosePromise('A7K2')),
    ...said('choosePass', texts.choosePass('A7K2')),
    ...said('promiseIn', ...([30, 60, 120] as const).map((minutes) => texts.promiseIn(minutes))),
    ...said('promiseToday', texts.promiseToday()),
    ...said('promiseTomorrow', texts.promiseTomorrow()),
    ...said('timeline', texts.timeline(ticket, [{ at: '15:00', who: 'Wang', what: 'x' }]), texts.timeline(alone, [])),
    ...said(
      'openTickets',
      texts.openTickets([line, { ...line, ...alone, overdue: true }], 2),
      texts.openTickets([line], 23),
    ),
    ...said('noOpenTickets', texts.noOpenTickets()),
    ...said('step', ...steps.map((type) => texts.step(type, {})), texts.step('rated', { score: 4, comment: 'x' })),
    ...clockTexts(texts, [ticket, alone]),
    ...said('deliveryFailed', texts.deliveryFailed('A7K2', 'x'), texts.deliveryFailed(null, 'x')),
    ...said('failure', ...['unreachable', 'refused', 'what nobody knows'].map((kind) => texts.failure(kind))),
    ...said('botRemoved', texts.botRemoved('Group')),
    ...said('intakeFault', texts.intakeFault()),
    ...said('helpForStaff', texts.helpForStaff()),
    ...said('helpForManagers', texts.helpForManagers()),
    ...said('helpForTelling', texts.helpForTelling()),
    ...said('helpForAsking', texts.helpForAsking()),
    ...said('helpForResidents', texts.helpForResidents()),
    ...said('unknownCode', texts.unknownCode('A7K2', null), texts.unknownCode('A7K2', 'B3M4')),
    ...said('codeAndWords', texts.codeAndWords('A7K2', 'x', ['done', 'answer']), texts.codeAndWords('A7K2', 'x', [])),
    ...said('whichTicket', ...verbs.map((verb) => texts.whichTicket(verb))),
    ...said(
      'nearestVerb',
      ...verbs.map((verb) => texts.nearestVerb('x', verb, null)),
      texts.nearestVerb('x', 'take', 'A7K2'),
    ),
    ...said('needsText', ...verbs.map((verb) => texts.needsText(verb))),
    ...said('needsTime', texts.needsTime()),
    ...said('timePassed', texts.timePassed()),
    ...said('needsPerson', texts.needsPerson([]), texts.needsPerson(['Wang', 'Zhao'])),
    ...said('needsEntry', texts.needsEntry()),
    ...said('ticketIsOver', texts.ticketIsOver('A7K2', 'closed')),
    ...said('alreadyTaken', texts.alreadyTaken('A7K2', 'Wang')),
    ...said('cannotMerge', texts.cannotMerge('A7K2')),
    ...said('setupDone', texts.setupDone('Garden')),
    ...said('setupWrong', texts.setupWrong()),
    ...said('linked', texts.linked('residents', []), texts.linked('staff', []), texts.linked('managers', ['3'])),
    ...said('linkHow', texts.linkHow()),
    ...said('roleGranted', texts.roleGranted('Wang', 'maintenance', []), texts.roleGranted('Wang', 'manager', ['3'])),
    ...Object.entries(versionTexts(texts)).flatMap(([name, all]) => said(name as keyof Texts, ...all)),
    ...peopleTexts(texts),
    ...dutyTexts(texts),
    ...policyTexts(texts),
    ...passingTexts(texts),
    ...followUpTexts(texts),
    ...healthSaid(texts),
    ...machinesSaid(texts),
    ...activitiesSaid(texts),
    ...shadowSaid(texts),
    ...incidentsSaid(texts),
    ...outagesSaid(texts),
    ...safetySaid(texts),
    ...opinionSaid(texts),
    ...reasonsSaid(texts),
    ...suggestionsSaid(texts),
    ...archiveSaid(texts),
    ...consultationsSaid(texts),
    ...careSaid(texts),
    ...feesSaid(texts),
    ...plansSaid(texts),
    ...publicationsSaid(texts),
    ...receiptsSaid(texts),
    ...faqSaid(texts),
    ...noticesSaid(texts),
    ...questionnairesSaid(texts),
    ...restraintSaid(texts),
    ...said('roleHow', texts.roleHow()),
  ];
}

describe('the nearest catalogue', () => {
  it.each<[string, Locale]>([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh_Hant', 'zh-TW'],
    ['ZH-HANT-HK', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('for %j is %s', (tag, locale) => {
    expect(nearestLocale(tag)).toBe(locale);
    expect(textsFor(tag).locale).toBe(locale);
  });
});

describe.each(locales)('the catalogue %s', (locale) => {
  const texts = textsFor(locale);
  const all = everything(texts);

  it('has something to say for everything, without gaps', () => {
    const gap = /^\s*$|undefined|null|NaN|\[object|\( |（）|\(\)|“”|「」|。。|，，|\n\n| \n|\n$/;
    expect(all.filter(([, text]) => gap.test(text))).toEqual([]);
  });

  it('is tried in full by this test', () => {
    const tried = new Set<string>(all.map(([name]) => name));
    const functions = Object.entries(texts).filter(([, value]) => typeof value === 'function');
    expect(functions.map(([name]) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('never gives the room away in the residents’ group', () => {
    for (const view of [ticket, { ...ticket, urgency: 'emergency' as const }, { ...ticket, sensitive: true }]) {
      for (const text of inTheGroup(texts, view)) expect(text).not.toContain('8501');
    }
    expect(texts.place(ticket.place, 'full')).toContain('8501');
  });

  it('says nothing about a private matter but its code, and how it stands', () => {
    const secret = { ...ticket, sensitive: true };
    for (const text of [
      texts.receipt(secret, '15:00'),
      texts.standing(secret, '15:00'),
      texts.receipts([{ ticket: secret, dueAt: '15:00' }]),
    ]) {
      expect(text).toContain('A7K2');
      for (const word of [texts.kind('repair'), texts.area('facilities'), 'Wang', '15:00'])
        expect(text).not.toContain(word);
    }
  });

  it('keeps receipts to two lines and names code, place, person and time', () => {
    const receipt = texts.receipt(ticket, '15:00');
    expect(receipt.split('\n').length).toBeLessThanOrEqual(2);
    for (const word of ['A7K2', texts.kind('repair'), '3', 'Wang', '15:00']) expect(receipt).toContain(word);
  });

  it('keeps cards to seven lines, head first, and offers to answer only while open', () => {
    const hintOf = (status: TicketStatus): string =>
      texts
        .card({ ...card, status })
        .split('\n')
        .at(-1) ?? '';
    expect(texts.card(card).split('\n').length).toBeLessThanOrEqual(7);
    expect(texts.card(card)).toMatch(/^▫️ A7K2 /);
    expect(texts.card({ ...card, urgency: 'high' })).toMatch(/^🟠 A7K2 /);
    expect(texts.card({ ...card, urgency: 'emergency' })).toMatch(/^🔴 A7K2 /);
    expect(hintOf('accepted')).toBe(hintOf('open'));
    for (const status of ['done', 'closed', 'merged', 'dismissed'] as const)
      expect(hintOf(status)).not.toBe(hintOf('open'));
  });

  it('shortens what is long, and keeps it on one line', () => {
    const shown = texts.card({ ...card, summary: `first\n${'水'.repeat(500)}` });
    expect(shown).toContain('first 水');
    expect(shown).toContain('…');
    expect(shown.length).toBeLessThan(400);
  });

  it('leaves what staff write to residents as it is', () => {
    expect(texts.answer('A7K2', 'Wang', 'a_*[b\n\nc')).toContain('a_*[b\n\nc');
  });

  it('labels verbs with words that the desk understands', () => {
    for (const verb of verbs) {
      expect(parseCommand(texts.verb(verb), { strict: true })).toEqual({ kind: 'command', verb, code: null, rest: '' });
    }
  });
});

describe('an instant in words, seen from Shanghai', () => {
  it.each([
    ['2026-11-20T15:00', '今天 15:00', '今天 15:00', '15:00 today'],
    ['2026-11-20T00:00', '今天 00:00', '今天 00:00', '00:00 today'],
    ['2026-11-20T23:59', '今天 23:59', '今天 23:59', '23:59 today'],
    ['2026-11-21T00:00', '明天 00:00', '明天 00:00', '00:00 tomorrow'],
    ['2026-11-21T09:05', '明天 09:05', '明天 09:05', '09:05 tomorrow'],
    ['2026-11-19T23:59', '昨天 23:59', '昨天 23:59', '23:59 yesterday'],
    ['2026-11-22T00:00', '11月22日 00:00', '11月22日 00:00', '00:00 on 22 Nov'],
    ['2026-12-31T23:59', '12月31日 23:59', '12月31日 23:59', '23:59 on 31 Dec'],
    ['2027-01-01T00:00', '2027年1月1日 00:00', '2027年1月1日 00:00', '00:00 on 1 Jan 2027'],
    ['2025-11-20T10:00', '2025年11月20日 10:00', '2025年11月20日 10:00', '10:00 on 20 Nov 2025'],
  ])('%s is %s', (wall, ...words) => {
    const said = locales.map((locale) => textsFor(locale).when(new Date(`${wall}:00+08:00`), now, 'Asia/Shanghai'));
    expect(said).toEqual(words);
  });

  it('is tomorrow on New Year’s Eve, in whatever year that is', () => {
    const eve = new Date('2026-12-31T12:00:00+08:00');
    expect(textsFor('zh-CN').when(new Date('2027-01-01T09:00:00+08:00'), eve, 'Asia/Shanghai')).toBe('明天 09:00');
  });

  it('goes by the wall where it is read', () => {
    const at = new Date('2026-11-20T23:30:00+08:00');
    expect(textsFor('en').when(at, now, 'America/New_York')).toBe('10:30 tomorrow');
  });
});

describe('a duration in words', () => {
  it.each([
    [-5000, '不到 1 分钟', '不到 1 分鐘', 'less than a minute'],
    [59_999, '不到 1 分钟', '不到 1 分鐘', 'less than a minute'],
    [60_000, '1 分钟', '1 分鐘', '1 minute'],
    [12 * 60_000, '12 分钟', '12 分鐘', '12 minutes'],
    [3_600_000, '1 小时', '1 小時', '1 hour'],
    [200 * 60_000, '3 小时 20 分钟', '3 小時 20 分鐘', '3 hours 20 minutes'],
    [86_400_000, '1 天', '1 天', '1 day'],
    [48 * 3_600_000 + 59_000, '2 天', '2 天', '2 days'],
    [49 * 3_600_000, '2 天 1 小时', '2 天 1 小時', '2 days 1 hour'],
  ])('%d ms is %s', (ms, ...words) => {
    expect(locales.map((locale) => textsFor(locale).duration(ms))).toEqual(words);
  });
});

describe('the two Chinese catalogues', () => {
  const opencc = createRequire(import.meta.url)('opencc-js') as {
    Converter(options: { from: string; to: string }): (text: string) => string;
  };
  const toTraditional = opencc.Converter({ from: 'cn', to: 't' });
  const toSimplified = opencc.Converter({ from: 't', to: 'cn' });
  const isSimplifiedOnly = (sign: string): boolean => toTraditional(sign) !== sign && toSimplified(sign) === sign;

  it('zh-TW has no characters of Simplified script only', () => {
    const signs = everything(textsFor('zh-TW')).flatMap(([, text]) => text.match(/\p{Script=Han}/gu) ?? []);
    expect(signs.length).toBeGreaterThan(1000);
    // These are good Traditional: a dictionary would have 臺 and 羣, 裏 but for 鄰里, and 準 but for 核准.
    expect([...new Set(signs)].filter(isSimplifiedOnly).filter((sign) => !'台群里准'.includes(sign))).toEqual([]);
    expect(['单', '楼', '门'].filter(isSimplifiedOnly)).toHaveLength(3);
  });

  it('zh-CN has no characters of Traditional script only', () => {
    const all = everything(textsFor('zh-CN'));
    expect(all.filter(([, text]) => toSimplified(text) !== text)).toEqual([]);
  });
});
