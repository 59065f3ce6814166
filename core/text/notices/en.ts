import type { NoticeLevel, NoticeState } from '../../../prisma/generated/enums.ts';
import type { Audience } from '../../outbox/broadcast/audience.ts';
import { dots, lines } from '../layout.ts';
import { repeats } from './repeats/en.ts';
import type { NoticeMistake, NoticePreview, NoticeTexts, TemplateLine } from './texts.ts';

const titles: Record<NoticeLevel, string> = {
  routine: 'Notice',
  important: 'Important notice',
  emergency: 'Emergency notice',
};
export const states: Record<NoticeState, string> = {
  draft: 'draft',
  awaiting: 'waits for a second manager',
  scheduled: 'to be sent',
  live: 'in force',
  ended: 'over',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
};
const changes = { corrected: 'Corrected', extended: 'Extended', ended: 'Over', withdrawn: 'Void' };
const drill = (isDrill: boolean): string => (isDrill ? '[Drill] ' : '');
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const audience = ({ to, buildings, tags, reportersOf, persons }: Audience): string =>
  dots(
    to === 'staff'
      ? 'the staff groups'
      : buildings.length + tags.length + reportersOf.length === 0 && !persons
        ? 'the whole estate'
        : null,
    buildings.length > 0 && `${buildings.length === 1 ? 'building' : 'buildings'} ${buildings.join(', ')}`,
    tags.length > 0 && `tagged ${tags.join(', ')}`,
    reportersOf.length > 0 && `residents who reported ${reportersOf.join(', ')}`,
    persons && count(persons.length, 'person', 'people'),
    to === 'direct' && 'direct chats',
    to === 'both' && 'groups and direct chats',
  );

const reach = ({ groups, households, direct, unreachable, audience: { to } }: NoticePreview): string =>
  dots(
    to !== 'direct' &&
      `${count(groups.length, 'group')}${groups.length > 0 ? ` (${groups.slice(0, 12).join(', ')}${groups.length > 12 ? '…' : ''})` : ''}`,
    to !== 'staff' && `${count(households, 'household')} on record`,
    (to === 'direct' || to === 'both') && `${count(direct, 'person', 'people')} directly`,
    (to === 'direct' || to === 'both') &&
      unreachable > 0 &&
      `${unreachable} cannot be reached: they have no chat with me`,
  );

const warnings = (p: NoticePreview): string[] =>
  [
    p.groups.length + p.direct === 0 &&
      'It reaches no group and nobody. Please change the audience; a building without a group can be told with “audience: building 7 direct”.',
    p.uncovered.length > 0 &&
      `No group is there for ${p.uncovered.length === 1 ? 'building' : 'buildings'} ${p.uncovered.join(', ')}. To tell the residents there directly, write “both” into the audience.`,
    p.needsSecond &&
      p.lacksSecond &&
      'There is no second manager who could agree. Please appoint one first, or change the policy.',
    p.isLate && 'The time at which it was to be sent has passed. Please change it.',
    p.secrets.length > 0 &&
      `There is personal data in it: ${p.secrets.join(', ')}. Please make sure that they may be public.`,
    p.leadMissing &&
      `Residents should hear ${p.leadMissing.wanted} before it takes effect; that is ${p.leadMissing.by} short.`,
  ].flatMap((line) => (line ? [`⚠️ ${line}`] : []));

const body = (p: NoticePreview): string[] => [
  '————',
  p.shown,
  ...p.others.flatMap((other) => ['——', other]),
  '————',
  lines(
    p.numbered !== null && `Groups without buttons show them as: ${p.numbered}`,
    `Audience: ${audience(p.audience)}`,
    `Reaches: ${reach(p)}`,
    `Sent: ${p.at === null ? 'as soon as you confirm' : p.at}${p.quietFrom === null ? '' : ` (${p.quietFrom} is in quiet hours)`}`,
    p.repeat && `Repeats: ${repeats(p.repeat)}`,
    ...warnings(p),
  ),
];

const mistake = (one: NoticeMistake): string => {
  switch (one.kind) {
    case 'no_text':
      return 'There is no text.';
    case 'too_long':
      return `The text is too long: ${one.most} characters at most.`;
    case 'until_early':
      return `“until” must be later than the time of sending; confirmed now, it goes out ${one.at}.`;
    case 'fixed':
      return `${fixed[one.said]} of a notice that was sent cannot be changed; a correction changes the text, “effective” and “until”.`;
    case 'repeat_late':
      return 'A notice that repeats has no “effective”.';
    case 'field':
      return `I do not know “${one.said}:”${one.nearest ? `. Did you mean “${one.nearest}:”?` : '.'}`;
    case 'audience':
      return `I do not understand “${one.said}” in the audience. You can write: all, building 3 5, #tenants, a ticket's code, direct.`;
    case 'not_there':
      return `There is no “${one.said}”${one.nearest ? `. Did you mean “${one.nearest}”?` : '.'}`;
    case 'time':
      return `I do not understand the time “${one.said}”. You can write: tomorrow 8:30.`;
    case 'time_passed':
      return `“${one.said}” has passed.`;
    case 'repeat':
      return `I do not understand the repeating “${one.said}”. You can write: every Monday 8:30, last working day of every month 9:00.`;
    case 'receipt':
      return `I do not understand “receipt: ${one.said}”. Please write yes or no.`;
    case 'loose':
      return `I do not know where “${one.said}” belongs. To change the text, write “change to …”.`;
    case 'level':
      return `I do not understand the level “${one.said}”. You can write: routine, important, emergency.`;
  }
};

const fixed = {
  audience: 'The audience',
  time: 'The time of sending',
  repeat: 'The repeating',
  level: 'The level',
  receipt: 'The asking for receipts',
};
const templateLine = ({ name, level, asks }: TemplateLine): string =>
  `· ${dots(name, level !== 'routine' && titles[level].toLowerCase(), asks.length > 0 && `asks for ${asks.join(', ')}`)}`;

const change = 'To change it, reply to this message: “audience: building 3 5”, “at: tomorrow 8:30”, “change to …”.';

export const notices = {
  noticeTitle: (level, isDrill) => `${drill(isDrill)}${level === 'emergency' ? '🔴 ' : ''}${titles[level]}`,
  noticeHolds: (from, until) => dots(from && `Takes effect ${from}`, until && `Expected to last until ${until}`),
  noticeAsksReceipt: () => 'Please press “Got it”, or reply “got it”.',
  noticeGot: () => 'Got it',
  noticeChanged: (how, at) => `${changes[how]} · ${at}`,
  noticeVoid: (first) => `This notice is void, please wait for the next one: ${first}`,
  noticeEnded: (first, words, isDrill) =>
    `${drill(isDrill)}✅ ${words ?? 'Everything is back to normal. Thank you for your patience'} (${first})`,
  noticeExtended: (first, until, isDrill) =>
    `${drill(isDrill)}It takes longer, until ${until}. We are sorry for the trouble. (${first})`,

  noticePreview: (p) =>
    lines(
      `Draft of notice ${p.number}, please check:`,
      ...body(p),
      p.needsSecond && 'Once you confirm, a second manager has to agree.',
      change,
    ),
  noticePreviewOld: (number) => `Notice ${number}: this preview is out of date, please see the newest one.`,
  noticeConfirm: () => 'Confirm and publish',
  noticeChangeTime: () => 'Change time',
  noticeDiscard: () => 'Discard',
  noticeAskTime: (number) => `When is notice ${number} to be sent? You can also reply “at: tomorrow 8:30”.`,
  noticeNow: () => 'Once confirmed',
  noticeInAnHour: () => 'In an hour',
  noticeTomorrow: () => 'Tomorrow 8:30',
  noticeMistakes: (mistakes) =>
    lines(
      'Something is not right yet, and nothing was noted:',
      ...mistakes.map((one) => `· ${mistake(one)}`),
      'Please mend it and send the whole again.',
    ),
  noticeScheduled: (number, at, repeating) =>
    lines(
      `Notice ${number} goes out ${at}. Until then it can be taken back.`,
      repeating &&
        `Taken back, it is not repeated any more; to leave out this time only, send “notice ${number} skip”.`,
    ),
  noticeTakeBackChoice: () => 'Take back',
  noticeAskSecond: (p, by) =>
    lines(`Notice ${p.number} was confirmed by ${by}, and a second manager has to agree:`, ...body(p)),
  noticeHandedIn: (number) => `The other managers are asked to agree to notice ${number}; it is sent only then.`,
  noticeSecondWaits: (number, first) =>
    `Notice ${number} still waits for a second manager: ${first}. Its draft is above; please press, too, if you do not agree.`,
  noticeAgree: () => 'Agree',
  noticeRefuse: () => 'Refuse',
  noticeRefused: (number, by) => `${by} does not agree to notice ${number}; it was not sent.`,
  noticeOwn: (number) => `You wrote or confirmed notice ${number} yourself: another manager has to agree.`,
  noticeStale: (number) => `Notice ${number} was changed since. Please confirm under the newest preview.`,
  noticeLate: (number) => `The time of notice ${number} has passed, and it was not sent. Please change its time first.`,
  noticePast: (number) =>
    `Notice ${number} would be over before it goes out, and was not sent. Please change it first, as in “until: today 18:00” in reply to the draft.`,
  noticeForNobody: (number) =>
    `Notice ${number} reaches no group and nobody, and was not sent. Please change its audience first.`,

  noticeGoesOut: (number, first) =>
    lines(
      `Notice ${number} goes out now: ${first}`,
      'Reply to this message with: correct … · extend until 18:00 · end · withdraw · status',
    ),
  noticeUnsent: (number, first) =>
    `Notice ${number} was not sent: nothing ran at its time, and now it is too late (${first}). If it is still to be told, please write it anew.`,
  noticeIsItOver: (number, first) => `The expected time of notice ${number} has come: ${first}. Is it over?`,
  noticeEndChoice: () => 'It is over, tell all',
  noticeLaterChoice: () => 'It takes longer',
  noticeAskLater: (number) => `Please send “notice ${number} extend until 18:00”; everybody will be told.`,
  noticeDiscarded: (number) => `Notice ${number} is discarded; nothing was sent.`,
  noticeTakenBack: (number, series) =>
    `Notice ${number} is taken back, nobody has seen it${series ? ', and it is not repeated any more' : ''}.`,
  noticeSkipped: (number, next, at) => `Notice ${number} is left out this time; the next is notice ${next}, ${at}.`,
  noticeWithdrawn: (number) =>
    `Notice ${number} is being withdrawn; groups where that is not possible are told that it is void.`,
  noticeCorrected: (number) => `Notice ${number} is corrected; groups where words cannot be changed get a correction.`,
  noticeIsExtended: (number, until) => `Notice ${number} now lasts until ${until}; everybody is being told.`,
  noticeIsEnded: (number) => `Notice ${number} is over; everybody is being told.`,
  noticeNotNow: (number, state) =>
    `Notice ${number} is “${states[state]}” now: that cannot be done with it, and nothing was changed.`,
  noticeUnknown: (number, last) =>
    `There is no notice ${number}, and nothing was changed.${last === null ? '' : ` The latest is notice ${last};`} “notice list” shows them.`,
  noticeNeedsWords: (number) => `Please add the new text: notice ${number} correct …`,
  noticeNeedsTime: (number) => `Please say until when, later than now: notice ${number} extend until 18:00`,
  noticeList: (all) =>
    lines(
      all.length > 0 ? 'The latest notices:' : 'There are no notices yet.',
      ...all.map(({ number, level, state, first, at, repeat }) =>
        dots(
          `${number} ${level === 'routine' ? '' : `[${titles[level]}] `}${first}`,
          states[state],
          at,
          repeat && repeats(repeat),
        ),
      ),
      'To write one: “notice: no water tomorrow 8:00–12:00” · how: “notice help”',
    ),
  noticeShown: ({ number, state, at, repeat }, shown, to) =>
    lines(
      dots(`Notice ${number}`, states[state], at, repeat && repeats(repeat)),
      `Audience: ${audience(to)}`,
      '————',
      shown,
    ),
  noticeHow: () =>
    lines(
      'To write a notice: “notice: text”, or “important notice: …”, “emergency notice: …”, with photos and files if you like. I show it to you first, and send it only when you confirm.',
      'On lines of their own you can write:',
      'audience: building 3 5 (or #tenants, a ticket’s code, direct; without it, the whole estate)',
      'at: tomorrow 8:30 · repeat: last working day of every month 9:00',
      'effective: 1 December · until: today 18:00 · receipt: yes · photos: yes (those that you have just sent)',
      'simplified: … · traditional: … (the same in Chinese)',
      'Afterwards: notice 3 correct … · notice 3 extend until 18:00 · notice 3 end · notice 3 withdraw · notice 3 status',
      'template: prepared notices · tag: marks of groups',
    ),
  noticeRepeat: repeats,
  noticeAudience: audience,

  templates: (own, shipped) =>
    lines(
      'Prepared notices:',
      ...own.map(templateLine),
      shipped.length > 0 && 'Shipped:',
      ...shipped.map(templateLine),
      'To use one: notice template no-water time=tomorrow 8:00–12:00 reason=repairs',
      'To add one: template add no-water: Dear residents, no water {time} · to remove it: template remove no-water',
    ),
  templateShown: (name, text) => lines(`Template “${name}”:`, text),
  templateAdded: (name, asks, renewed) =>
    `Template “${name}” is ${renewed ? 'replaced' : 'noted'}.${asks.length > 0 ? ` It asks for ${asks.join(', ')}.` : ''}`,
  templateRevoked: (name) => `Template “${name}” is removed.`,
  templateUnknown: (name, near) =>
    `There is no template “${name}”, and nothing was changed.${near ? ` Did you mean “${near}”?` : ' “template” shows them.'}`,
  templateAsks: (name, missing, given) =>
    lines(
      `Still missing: ${missing.join(', ')}. Please send:`,
      `notice template ${name} ${[...given, ...missing.map((one) => `${one}=…`)].join(' ')}`,
    ),
  templateHow: () =>
    'Please write: template add no-water: Dear residents, no water {time} · template remove no-water · template no-water (to look at it)',
  tagged: (group, tags) =>
    tags.length > 0 ? `${group} is tagged ${tags.join(', ')}` : `${group} has no tags any more.`,
  tagList: (groups) =>
    lines(
      'Tags of the residents’ groups:',
      ...groups.map(({ title, tags }) => `${title}: ${tags.length > 0 ? tags.join(', ') : 'none'}`),
      'To add one: tag GROUP tenants · to remove it: tag GROUP remove tenants · in a notice: “audience: #tenants”',
    ),
  tagNoGroup: (said, near) =>
    `There is no residents’ group “${said}”, and nothing was changed.${near ? ` Did you mean “${near}”?` : ' “tag” shows them all.'}`,
  tagHow: () => 'Please write: tag GROUP tenants · tag GROUP remove tenants. A tag is one word without signs.',
} satisfies NoticeTexts;
