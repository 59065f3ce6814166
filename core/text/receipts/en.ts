import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import { states } from '../notices/en.ts';
import { people } from '../people/en.ts';
import { words } from '../words/en.ts';
import type { ChannelLine, NoticeName, ReceiptTexts, TroubledLine } from './texts.ts';

const levels: Record<NoticeLevel, string> = {
  routine: 'routine notice',
  important: 'important notice',
  emergency: 'emergency notice',
};

const { platform: channelName } = people;

const held: Record<string, string> = {
  quiet_hours: 'quiet hours',
  budget: 'enough was said in this group today; it goes into the digest',
  hears_less: 'they asked to hear less',
  superseded: 'there is something newer',
  expired: 'too late to be of use',
};
const because = (reason: string): string => held[reason] ?? words.failure(reason);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)}%`);

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const title = ({ number, head }: NoticeName): string => `Notice ${number} “${quoted(head, 40)}”`;

const ofChannel = ({ channel, sent, waiting, failed, dropped }: ChannelLine): string =>
  `${channelName(channel)}: ${[
    `${sent} sent`,
    waiting > 0 && `${waiting} waiting`,
    failed > 0 && `${failed} failed`,
    dropped > 0 && `${dropped} not sent any more`,
  ]
    .filter(Boolean)
    .join(', ')}`;

const trouble = ({ title: group, channel, state, reason, until }: TroubledLine): string => {
  const how =
    state === 'failed'
      ? 'failed'
      : state === 'dropped'
        ? 'not sent any more'
        : until
          ? `waits until ${until}`
          : 'waits to be sent';
  return `· ${group || 'direct chat'} (${channelName(channel)}) ${how}${reason ? `: ${because(reason)}` : ''}`;
};

const more = (count: number): string | false => count > 0 && `${count} more are not listed.`;

export const receipts = {
  noticeStatus: (view) =>
    lines(
      title(view),
      dots(levels[view.level], states[view.state], view.sentAt && `sent at ${view.sentAt}`),
      view.channels.length === 0 && view.sentAt === null && 'It has not been sent yet.',
      view.awaits &&
        `Since ${view.awaits.since} it waits for a second manager${view.awaits.isReminded ? '; they were reminded once' : ''}.`,
      ...view.channels.map(ofChannel),
      ...view.troubled.map(trouble),
      more(view.more),
      view.receipts &&
        (view.receipts.households === 0
          ? `Confirmed: ${counted(view.receipts.withoutFlat, 'person', 'people')}`
          : `Confirmed: ${view.receipts.confirmed} of ${counted(view.receipts.households, 'household')} (${percent(view.receipts.confirmed, view.receipts.households)})` +
            (view.receipts.withoutFlat > 0
              ? `, and ${counted(view.receipts.withoutFlat, 'person', 'people')} whose flat is not on record`
              : '')),
    ),
  noticeProgress: (view) => {
    const sent = view.channels.reduce((sum, line) => sum + line.sent, 0);
    const left = view.channels.reduce((sum, line) => sum + line.failed + line.dropped + line.waiting, 0);
    return lines(
      `${title(view)} was sent to ${counted(sent, 'chat')}${left > 0 ? `; ${left} were not told:` : ', and none failed.'}`,
      ...view.troubled.map(trouble),
      more(view.more),
    );
  },
  walkList: ({ page, pages, stairs, left, all, ...notice }) =>
    lines(
      `${title(notice)}: ${left} of ${counted(all, 'household')} have not confirmed${pages > 1 ? ` (page ${page} of ${pages})` : ''}`,
      ...stairs.flatMap(({ building, unit, floors }) => [
        `Building ${building}${unit ? `, unit ${unit}` : ''}`,
        ...floors.map(({ floor, rooms }) => ` ${floor === null ? 'other' : `floor ${floor}`}: ${rooms.join(' ')}`),
      ]),
      page === pages && 'Only households on record are listed; please knock at the other doors, too.',
      page === pages && `Once you have told them in person, write: notice ${notice.number} told 3-2-501 502`,
    ),
  everybodyConfirmed: (notice, all) => `${title(notice)}: all ${counted(all, 'household')} on record have confirmed.`,
  walkListInOffice: () =>
    'Flats are listed in the staff group, the managers’ group and direct chats only. Please look there.',
  toldInPerson: ({ marked, already, unknown, ...notice }) =>
    lines(
      marked.length > 0
        ? `${title(notice)}: written down as told in person, ${counted(marked.length, 'flat')}: ${marked.join(', ')}`
        : `${title(notice)}: nothing new was written down.`,
      already.length > 0 && `Confirmed before: ${already.join(', ')}`,
      unknown.length > 0 && `Not on record or not understood, and not written down: ${unknown.join(', ')}`,
    ),
  toldHow: (number) => `Please name the flats, for example: notice ${number} told 3-2-501 502`,
  noticeNotLive: (notice, state) => `${title(notice)} is “${states[state]}” now. Nothing was changed.`,
  asksNoReceipt: (notice) => `${title(notice)} asks nobody to confirm. Nothing was changed.`,

  askedAboutNotice: (notice) => `Asks about ${title(notice)}`,
  manyAsk: (notice, asked, question, answer) =>
    lines(
      `${counted(asked, 'household')} asked the same about ${title(notice)}:`,
      `“${quoted(question, 200)}”`,
      answer ? lines('A colleague answered:', `“${quoted(answer, 500)}”`) : 'Nobody has answered it yet.',
      answer
        ? 'You can tell everybody just that, or reply to this with a better answer.'
        : 'Please reply to this with the answer; once you confirm it, everybody is told.',
    ),
  answerPreview: (notice, question, answer, groups) =>
    lines(
      `This will be said in ${counted(groups, 'group')} (${title(notice)}):`,
      `Q: ${quoted(question, 200)}`,
      `A: ${answer}`,
      'It is sent once you confirm. To change it, reply to this again.',
    ),
  approveAnswer: () => 'Tell everybody',
  leaveAnswer: () => 'No need',
  answerForAll: (head, question, answer) =>
    lines(`About “${quoted(head, 40)}”, many have asked:`, `Q: ${quoted(question, 200)}`, `A: ${answer}`),
  answerTold: (notice, groups, tickets) =>
    `The answer about ${title(notice)} is on its way to ${counted(groups, 'group')}${tickets > 0 ? `, and ${counted(tickets, 'ticket')} ${tickets === 1 ? 'was' : 'were'} answered with it` : ''}.`,
  answerLeft: (notice) =>
    `Very well: this question about ${title(notice)} is not answered for all; its tickets go on as usual.`,
  answerNeeded: () => 'There is no answer yet. Please reply to this with the answer first.',
  answerSettled: (notice) => `This question about ${title(notice)} was answered for all already. Nothing was changed.`,
} satisfies ReceiptTexts;
