import type { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import { dots, lines } from '../layout.ts';
import type { PersonalKind } from '../redact-finder.ts';
import type { HeldLine, RestraintTexts } from './texts.ts';

const kinds: Record<PersonalKind, string> = {
  phone: 'a telephone number',
  id_card: 'an identity number',
  bank_card: 'a bank card number',
  plate: 'a number plate',
  room: 'a room number',
  email: 'an e-mail address',
  wechat: 'a WeChat name',
  name: 'a name',
};
const subjects: Record<Subject, string> = {
  notice: 'notice',
  plan: 'emergency plan',
  publication: 'publication',
  care: 'care',
  fees: 'fee reminder',
  questionnaire: 'questionnaire',
  consultation: 'vote',
  activity: 'activity',
  shadow: 'shadow',
  incident: 'incident',
  faq: 'faq',
};
const purposes: Partial<Record<Purpose, string>> = {
  answer: 'answer',
  receipt: 'receipt',
  rating: 'rating reminder',
  follow_up: 'follow-up',
  reminder: 'reminder',
  survey: 'survey',
  introduction: 'introduction',
  emergency: 'emergency',
};
const deeds: Record<HeldLine['deed'], string> = {
  postponed: 'put off',
  merged: 'in the digest',
  dropped: 'not sent',
  told_directly: 'told directly',
  waits: 'waiting',
};
const reasons: Record<string, string> = {
  quiet_hours: 'quiet hours',
  budget: 'enough was said today',
  hears_less: 'asked for less',
  superseded: 'there is something newer',
  expired: 'too late by then',
  stopped: 'taken back',
  released: 'a manager sends it now',
  unreachable: 'cannot be reached',
  not_a_member: 'the bot is not in the group',
  refused: 'refused by the platform',
  platform_down: 'the platform did not answer',
  said_elsewhere: 'said on another platform',
};
const times = (count: number): string | null => (count > 1 ? `${count} times` : null);
const line = ({ group, what, deed, reason, until, times: count }: HeldLine): string =>
  `${group || 'Direct chats'}: ${dots(what, deeds[deed], restraint.heldReason(reason), until && `until ${until}`, times(count))}`;

export const restraint = {
  digest: (all, asksReceipt) =>
    lines(
      `${all.length} more things from the property office today:`,
      ...all.map((one, at) => `${at + 1}. ${one}`),
      `For the whole text, reply to this with its number, such as “1”.${asksReceipt ? ' To confirm one, reply “Got 1”.' : ''}`,
    ),
  digestReceipt: (number) => `Got ${number}`,
  heldReason: (reason) => reasons[reason] ?? 'not delivered',
  heldWhat: (subject, purpose) => (subject ? subjects[subject] : (purposes[purpose] ?? 'message')),
  heldNumbered: (subject, number) => `${subjects[subject]} ${number}`,
  heldBack: ({ waiting, today, hearLess, more }) =>
    lines(
      waiting.length > 0 && 'Waiting:',
      ...waiting.map(line),
      today.length > 0 && 'Not simply sent today:',
      ...today.map(line),
      more > 0 && `${more} more are not listed.`,
      hearLess.length > 0 &&
        `Residents who want to hear less: ${hearLess.map(({ group, persons }) => `${group} ${persons}`).join(', ')}.`,
      waiting.length > 0 && 'To send at once: held back now GROUP, or held back now notice 3.',
    ),
  heldNothing: () => 'Nothing was put off, merged or left unsent today, and nothing waits.',
  heldSent: (words) => `All right: ${words} waiting ${words === 1 ? 'message is' : 'messages are'} sent now.`,
  heldUnknown: (said) =>
    `Nothing that waits belongs to “${said}”, and nothing was changed. “held back” shows what waits.`,

  hearsLess: (hasDirectChat, way) =>
    hasDirectChat
      ? 'All right: receipts and answers come to you directly from now on, and no more surveys or greetings. To undo it, write “more”.'
      : lines(
          'All right, you will hear less. To get receipts and answers directly, write to me once in private. To undo it, write “more”.',
          way,
        ),
  hearsLessAlready: () => 'You hear less already. To undo it, write “more”.',
  hearsMore: () => 'All right, you are told everything as before.',
  hearsMoreAlready: () => 'You are told everything already.',

  wayToBot: ({ link, name, channel }) => {
    if (link) return `Write to me in private here: ${link}`;
    if (channel === 'wechat')
      return name
        ? `Add “${name}” as a friend on WeChat to write in private.`
        : 'Add me as a friend to write in private.';
    return channel === 'web' ? 'Open the direct chat with me in the list of rooms.' : '';
  },
  privateAnswerSent: (code) => `There is an answer to ${code}. It is private, and was sent to you directly.`,
  hiddenInGroup: (code, hidden, toldDirectly) =>
    `${code}: in the group, ${hidden.map((kind) => kinds[kind]).join(', ')} was left out of the answer. ` +
    (toldDirectly
      ? 'The resident has the whole of it in the direct chat.'
      : 'The resident has no direct chat with the bot: please tell them the rest another way.'),
  personalKind: (kind) => kinds[kind],
} satisfies RestraintTexts;
