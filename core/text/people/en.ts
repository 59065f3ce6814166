import { dots, lines } from '../layout.ts';
import type { AccountView, MissedView, PeopleTexts } from './texts.ts';

const platforms: Record<string, string> = { wechat: 'WeChat', telegram: 'Telegram', web: 'the web rooms' };
const platform = (channel: string): string => platforms[channel] ?? channel;
const named = ({ channel, name }: AccountView): string =>
  name ? `the account “${name}” on ${platform(channel)}` : `our account on ${platform(channel)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;

const states = { online: 'online', connecting: 'connecting', login_needed: 'waits for a login', offline: 'logged out' };

function missedLine({ from, until, lasted, fetched, complete }: MissedView): string {
  if (until === null) return `has not been listening since ${from} (${lasted})`;
  const outcome = complete ? `${count(fetched, 'message')} fetched` : 'messages may be missing';
  return `was not listening from ${from} to ${until} (${lasted}): ${outcome}`;
}

function becameOf({ from, until, fetched, complete }: MissedView): string {
  if (complete && fetched === 0) return 'No message of that time was missed.';
  if (complete)
    return fetched === 1
      ? 'The one message of that time has been fetched.'
      : `All ${fetched} messages of that time have been fetched.`;
  const some = fetched > 0 ? `${count(fetched, 'message')} fetched, but others` : 'Messages';
  return `${some} between ${from} and ${until ?? 'now'} may be missing: please look into the groups.`;
}

export const people = {
  platform,

  accountDown: (account, since) =>
    lines(
      `${capital(named(account))} has been logged out since ${since}.`,
      `What is said in the groups on ${platform(account.channel)} is not heard now, and nothing can be sent there; for what is urgent, please look into the groups. What is on record is safe. You will be told when it is back.`,
    ),
  accountUnsteady: () =>
    'It has gone away several times in the last hours. Short outages are not reported one by one for now; write “accounts” to see them all. Please check its phone and network.',
  colleagueUnreached: (name, code, why) =>
    `${name} could not be reached in person${code ? ` about ${code}` : ''}: ${why}. Please tell them face to face or by phone.`,
  accountBack: (account, missed) =>
    lines(`${capital(named(account))} is back after ${missed.lasted}.`, becameOf(missed)),
  mayBeMissing: (account, missed) =>
    `Messages in the groups on ${platform(account.channel)} between ${missed.from} and ${missed.until ?? 'now'} may be missing. Please look into the groups, and log what was missed.`,
  loginNeeded: (account, since) =>
    lines(
      since
        ? `${capital(named(account))} has been logged out since ${since} and must be logged in again.`
        : `${capital(named(account))} must be logged in.`,
      `Please scan this code in ${platform(account.channel)} on the phone of that account, and confirm. It is good for some minutes only; do not pass it on.`,
      `Until then, what is said in the groups on ${platform(account.channel)} is not heard, and nothing can be sent there.`,
    ),
  loginCodesHeld: (account) =>
    `Several login codes for ${named(account)} were sent, and nobody scanned one. No more are sent for now: when you are ready, a manager says “login code” here.`,
  loginCodeComes: () =>
    'The next login code comes to the managers as soon as there is one. Please have the phone ready.',
  noLoginNeeded: () => 'No account is waiting for a login.',
  groupsTakenOver: (from, to, groups) =>
    lines(
      `${capital(named(from))} is away. In ${groups.length === 1 ? 'this group' : `these ${groups.length} groups`}, ${named(to)} listens and answers from now on:`,
      groups.map((group) => `“${group || 'a group without a name'}”`).join(', '),
    ),
  accounts: (all) =>
    lines(
      ...all.flatMap((line) => [
        dots(
          capital(named(line)),
          states[line.state] + (line.since ? ` (since ${line.since})` : ''),
          line.stopped && 'stopped',
        ),
        ...line.gaps.map((gap) => `– ${missedLine(gap)}`),
      ]),
    ),

  quota: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          capital(named(line)),
          line.stoppedSince && `stopped since ${line.stoppedSince}`,
          line.windows.map(({ used, allowed, per }) => `${used} of ${allowed} in ${per}`).join(', ') || 'no limit',
          line.waiting > 0 ? `${line.waiting} waiting` : 'nothing waiting',
          line.next && `next at ${line.next}`,
        ),
      ),
    ),
  sendingStopped: (on) =>
    `Sending has stopped on ${on.join(', ')}: nothing goes out from now on. What is said there is still heard and recorded, and what is to be said waits. To go on: “resume ${on[0] ?? ''}”.`,
  sendingResumed: (on) =>
    `Sending has resumed on ${on.join(', ')}: what waited goes out, the most urgent first; what is out of date is left out.`,
  stopHow: (on) =>
    `Which platform? For example “stop ${on[0] ?? 'WeChat'}”, “resume ${on[0] ?? 'WeChat'}”, or “stop all”. There are: ${on.join(', ')}.`,

  samePerson(channel, name, candidates) {
    const [only] = candidates;
    const who = `“${name}” writes on ${platform(channel)} from an account that we do not know.`;
    if (only && candidates.length === 1) return lines(who, `Is this ${this.samePersonYes(only)}?`);
    return lines(who, 'Is this one of these?');
  },
  samePersonYes: (known) =>
    known
      ? `“${known.name}” (${dots(known.flat, `since ${known.since}`, known.tickets > 0 && count(known.tickets, 'ticket'))})`
      : 'The same person',
  samePersonNo: (candidates) => (candidates > 1 ? 'None of them, somebody new' : 'No, somebody new'),
  samePersonSettled: (by, known) =>
    known ? `${by}: it is “${known}”; their records are one now` : `${by}: somebody new`,

  joinCode: (code, minutes) =>
    lines(
      `Your code: ${code}`,
      `Within ${minutes} minutes, write “join ${code}” to me in a direct chat on the other platform. It works once; please tell it to nobody.`,
    ),
  joinInPrivate: () => 'A code is only shown in a direct chat. Please write “join” to me there.',
  joinDone: (channel) => `Done: you here and you on ${platform(channel)} are one person now.`,
  joinWrong: () => 'That code is not right, and nothing was changed. Please check it and send it again.',
  joinExpired: () => 'That code has expired. Please write “join” on the first platform again.',
  joinUsed: () => 'That code has been used. Please write “join” on the first platform again.',
  joinOwn: () => 'Please send this code on the other platform: here we know you already.',
  joinOtherWay: () =>
    'You work for the office here, so please do it the other way round: write “join” here, and use that code on the other platform.',
  joinConfirm: (channel, name) =>
    lines(
      `“${name}” on ${platform(channel)} has used your code.`,
      'Is that you? If you confirm, your roles and records become one.',
    ),
  joinConfirmYes: () => 'That is me',
  joinConfirmNo: () => 'Not me',
  joinWaits: () => 'Received. Please confirm on the first platform that it is you; then it is done.',
  joinRefused: () => 'Nothing was joined or changed. The code is void.',
  joinRefusedElsewhere: () => 'It was not confirmed on the first platform, and nothing was joined.',

  flatOnRecord: (flat, confirmed) =>
    confirmed
      ? `Your flat on record: ${flat}. To change it, write for example “flat 7-2-502”.`
      : `By your name you live in ${flat}; that is not confirmed. If it is right, write “flat ok”; otherwise for example “flat 7-2-502”.`,
  flatUnknown: () => 'Your flat is not on record. Please write for example “flat 7-2-502”.',
  flatNoted: () => 'Your flat is on record, thank you.',
  flatHow: () =>
    'I did not understand which flat, and nothing was changed. Please name building and flat, for example “flat 7-2-502”.',
  flatInPrivate: () => 'Please ask me about your flat in a direct chat, not in the group.',
  flatConfirmed: (name, flat) => `${name}: ${flat}, confirmed.`,
  flatHowForStaff: () =>
    'Please reply to a message of the resident with “flat 7-2-502”, or with “flat ok” where the flat is known from their name.',
  noSuchBuilding: () => 'There is no such building here, and nothing was changed. Please check it and send it again.',
} satisfies PeopleTexts;
