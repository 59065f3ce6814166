import type { LimitKind } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { TicketView } from '../texts.ts';
import { words } from '../words/en.ts';
import type { ClockTexts } from './texts.ts';

const owed: Record<LimitKind, string> = {
  first_response: 'Please give the resident a word.',
  progress: 'Please tell the resident how it stands.',
  promise: 'Please keep the time that was promised.',
  resolution: 'Please bring it to an end.',
};
const missing: Record<LimitKind, string> = {
  first_response: 'and the resident is still waiting for word',
  progress: 'and the resident has not heard how it stands',
  promise: 'and what was promised has not been done',
  resolution: 'and it is not done',
};
const sorry: Record<LimitKind, string> = {
  first_response: 'you have not had an answer in time',
  progress: 'we have not told you in time how it stands',
  promise: 'we have not kept the time we gave you',
  resolution: 'it is not done in time',
};
const short: Record<LimitKind, string> = {
  first_response: 'answer',
  progress: 'word on progress',
  promise: 'promise',
  resolution: 'finish',
};

const matter = (ticket: TicketView, length = 60): string =>
  dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, length));

export const clocks = {
  reminder: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.assignee ?? 'Everybody'}: ${left} left for ${ticket.code} (${clause}). ${owed[kind]}`,
      matter(ticket),
    ),
  reminderDigest: (name, all) =>
    lines(
      `${name || 'Everybody'}: ${all.length} tickets are near their limit:`,
      ...all.map(
        ({ ticket, kind, left }) => `${ticket.code} ${dots(matter(ticket, 30), `${short[kind]}: ${left} left`)}`,
      ),
    ),
  escalation: (ticket, { kind, clause }, late) =>
    lines(
      `${ticket.code} is ${late} past its limit (${clause}), ${missing[kind]}. Please see to it.`,
      matter(ticket),
      `In charge: ${ticket.assignee ?? 'nobody'} (${words.status(ticket.status)})`,
    ),
  limitNear: (ticket, { kind, clause }, left) =>
    lines(
      `${ticket.code} has ${left} left (${clause}), ${missing[kind]}. Please see to it.`,
      matter(ticket),
      `In charge: ${ticket.assignee ?? 'nobody'} (${words.status(ticket.status)})`,
    ),
  emergencyAlarm: (ticket, { called, waited }) =>
    lines(
      `🔴 EMERGENCY ${ticket.code} ${dots(words.place(ticket.place, 'full'), words.area(ticket.area))}`,
      `“${quoted(ticket.summary)}”`,
      waited && `Nobody has taken it for ${waited}.`,
      `${called.length > 0 ? `${called.join(', ')}: please` : 'Please'} contact the resident now, and take it.`,
    ),
  acknowledged: (code, by) => `${code}: ${by || 'somebody'} has it. Nobody else needs to go.`,
  handled: (code, by, words) =>
    `${code}: done${by ? ` by ${by}` : ''}${words ? ` (${words})` : ''}. Nobody needs to go.`,
  calledOff: (code, by) => `${code} was called off${by ? ` by ${by}` : ''}. Nobody needs to go.`,
  apology: (code, kind, assignee, at) =>
    `We are sorry: ${sorry[kind]} (${code}). ${assignee ? `${assignee} is in charge` : 'We are seeing to it'}, and you will hear from us by ${at}.`,
  emergencyApology: (code) =>
    lines(
      `We are sorry: nobody has taken ${code} yet. We keep calling those on duty and the managers.`,
      'If anybody is hurt or in danger, or there is a fire, please call the emergency services now.',
    ),
  choosePostpone: (code) =>
    `When are you to be reminded of ${code} again? Choose, or write “postpone ${code} 2h waiting for parts”. Each limit can be put off once.`,
  postponeInAnHour: () => 'in 1 hour',
  postponeToday: () => 'today, before the end of work',
  postponeTomorrow: () => 'tomorrow morning',
  needsReason: (code, at) => `Please give a reason: “postpone ${code} ${at} waiting for parts”. Nothing was changed.`,
  postponeHow: (code) =>
    `Please say for how long, and why: “postpone ${code} 2h waiting for parts”. Nothing was changed.`,
  postponedTill: (code, at) => `You will be reminded of ${code} at ${at}. Its limit stays as it is.`,
  alreadyPostponed: (code) =>
    `The reminder of ${code} was put off once already, and cannot be put off again. Nothing was changed.`,
  nothingToPostpone: (code) => `There is no reminder of ${code} to put off. Nothing was changed.`,
} satisfies ClockTexts;
