import { spotFor } from '../layout.ts';
import type { Texts } from '../texts.ts';
import { spokenDuration, wallWords } from '../wall-words.ts';

const kinds: Record<Parameters<Texts['kind']>[0], string> = {
  repair: 'repair',
  complaint: 'complaint',
  suggestion: 'suggestion',
  inquiry: 'question',
  praise: 'praise',
};

const areas: Record<Parameters<Texts['area']>[0], string> = {
  facilities: 'facilities',
  environment: 'cleanliness',
  security: 'security',
  parking: 'parking',
  neighbours: 'neighbours',
  fees: 'fees',
  service: 'service',
  community: 'community life',
  other: 'other',
};

const urgencies: Record<Parameters<Texts['urgency']>[0], string> = {
  normal: 'normal',
  high: 'urgent',
  emergency: 'EMERGENCY',
};

const statuses: Record<Parameters<Texts['status']>[0], string> = {
  open: 'not yet taken',
  accepted: 'being worked on',
  waiting: 'waiting for the resident',
  done: 'done, to be confirmed',
  closed: 'closed',
  merged: 'merged',
  dismissed: 'not a ticket',
};

const roles: Record<Parameters<Texts['role']>[0], string> = {
  resident: 'resident',
  customer_service: 'customer service',
  maintenance: 'maintenance',
  security: 'security',
  cleaning: 'cleaning',
  greening: 'gardening',
  manager: 'manager',
  supervisor: 'supervisor',
  committee: 'committee',
  contractor: 'contractor',
};

const origins: Record<Parameters<Texts['origin']>[0], string> = {
  group: 'group chat',
  direct: 'direct chat',
  phone: 'phone',
  suggestion_box: 'suggestion box',
  meeting: 'meeting',
  patrol: 'patrol',
  web: 'web',
  machine: 'a device',
};

const verbs: Record<Parameters<Texts['verb']>[0], string> = {
  take: 'Take',
  answer: 'Answer',
  ask: 'Ask',
  promise: 'Promise',
  progress: 'Progress',
  pass: 'Pass',
  merge: 'Merge',
  dismiss: 'Not a ticket',
  done: 'Done',
  reopen: 'Reopen',
  show: 'Show',
  log: 'Log',
  list: 'List',
  help: 'Help',
  setup: 'Setup',
  link: 'Link',
  role: 'Role',
  status: 'Status',
  flat: 'Flat',
  join: 'Join',
  accounts: 'Accounts',
  quota: 'Quota',
  stop: 'Stop',
  resume: 'Resume',
  login: 'Login code',
  decline: 'Decline',
  postpone: 'Postpone',
  follow_up: 'Follow up',
  policy: 'Policy',
  duty: 'Duty',
  swap: 'Swap',
  leave: 'Absent',
  grid: 'Grid',
  deputy: 'Deputy',
  capacity: 'Capacity',
  ratings: 'Ratings',
  channels: 'Channels',
  source: 'Source',
  adopt: 'adopt',
  turn_down: 'turn down',
  notice: 'notice',
  template: 'template',
  plan: 'emergency plan',
  drill: 'drill',
  publication: 'publication',
  care: 'care',
  fees: 'fees',
  questionnaire: 'questionnaire',
  consultation: 'vote',
  activity: 'activity',
  faq: 'faq',
  held_back: 'held back',
  less: 'less',
  shadow: 'shadow',
  incident: 'incident',
  tag: 'tag',
  find: 'Find',
};

const failures: Record<string, string> = {
  unreachable: 'the person cannot be reached any more (account closed, or the bot is blocked)',
  not_a_member: 'the bot is not in the group, or may not write there',
  must_wait: 'the platform asks to wait',
  upgraded: 'the group has a new id',
  logged_out: 'the bot’s account is logged out; an administrator must log it in again',
  platform_down: 'the platform does not answer at the moment',
  refused: 'the platform does not accept this message',
  expired: 'it was too late to be of use',
  left: 'the bot is not in that group any more',
};

const count = (n: number, unit: string): string | null => (n === 0 ? null : `${n} ${unit}${n === 1 ? '' : 's'}`);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const words = {
  kind: (kind) => kinds[kind],
  area: (area) => areas[area],
  urgency: (urgency) => urgencies[urgency],
  status: (status) => statuses[status],
  role: (role) => roles[role],
  origin: (origin) => origins[origin],
  verb: (verb) => verbs[verb],
  failure: (kind) => failures[kind] ?? 'for an unknown reason; please see the log',

  place(place, detail) {
    const flat = [
      place.building && `Building ${place.building}`,
      place.unit && `Unit ${place.unit}`,
      detail === 'full' && place.room && `Room ${place.room}`,
    ];
    return [flat.filter(Boolean).join(', '), spotFor(place, detail)].filter(Boolean).join(' · ');
  },

  /** "15:00 today", so that it reads well after "by". */
  when(at, now, timeZone) {
    const { day, month, dayOfMonth, otherYear, clock } = wallWords(at, now, timeZone);
    if (day) return `${clock} ${day}`;
    return `${clock} on ${dayOfMonth} ${months[month - 1] ?? ''}${otherYear === null ? '' : ` ${otherYear}`}`;
  },

  duration(ms) {
    const { days, hours, minutes } = spokenDuration(ms);
    const parts = [count(days, 'day'), count(hours, 'hour'), count(minutes, 'minute')];
    return parts.filter(Boolean).join(' ') || 'less than a minute';
  },
} satisfies Partial<Texts>;
