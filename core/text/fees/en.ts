import type { FeeMistake } from '../../notices/fees/read-list.ts';
import { dots, lines } from '../layout.ts';
import type { FeeListView, FeeTexts } from './texts.ts';

const mends: Record<FeeMistake['kind'], string> = {
  columns:
    'not the right columns. Write flat, amount, due date; leave out commas within an amount, or put it in quotes',
  flat: 'I cannot tell the flat. Write it as in 3-2-501',
  no_such_building: 'there is no such building here; please check the flat',
  amount: 'I cannot read the amount. Write it as in 1234.50: above 0, two decimals at most',
  day: 'I cannot read the due date, or there is no such day. Write it as in 2026-12-31',
  twice: 'this flat stands further up already; please make one line of them',
};
const states = { draft: 'to be confirmed', confirmed: 'confirmed', revoked: 'withdrawn' };
const line = ({ number, title, households, total, reminded, paid, state }: FeeListView): string =>
  dots(
    `fees ${number}`,
    title,
    `households: ${households}`,
    `total: ${total}`,
    states[state],
    `reminded: ${reminded}`,
    `paid: ${paid}`,
  );

export const fees = {
  feeReminder: ({ title, paysFor, how, flat, amount, dueOn }) =>
    lines(
      `${title} for ${flat}: ${amount}${dueOn ? `, payable until ${dueOn}` : ''}.`,
      paysFor && `What it pays for: ${paysFor}`,
      how && `How to pay: ${how}`,
      'Only your household is told this. If you have paid, reply “paid”; if you have a question, just reply to this message.',
    ),
  feePaidChoice: () => 'Paid',
  feeNoted: () => 'Thank you. Customer service will check it, and tell you if anything is unclear.',
  feeIsPaid: () => 'This fee of your household is on record as paid. Thank you.',
  feeQuestion: (title) => `Question about ${title}`,

  feePreview: (view, at) =>
    lines(
      `List of fees “${view.title}”. Nobody is reminded before you confirm it:`,
      `Households: ${view.households}; total: ${view.total}.`,
      `Can be told directly: ${view.reachable}${view.unknown > 0 ? `; with nobody on record: ${view.unknown}` : ''}.`,
      view.paysFor
        ? ''
        : 'It does not say what the fee pays for. Residents will want to know: better add “pays for: …” and import it anew.',
      view.how ? '' : 'It does not say how to pay: better add “how: …” and import it anew.',
      `Reminders: ${at ?? 'as soon as you confirm'}, in direct chats only, in no group.`,
      'A household would read, for example:',
      view.example,
    ),
  feeConfirm: () => 'Confirm and remind',
  feeDiscard: () => 'Withdraw',
  feeConfirmed: (at) => `Good: the households are told directly ${at ? `at ${at}` : 'now'}.`,
  feeDiscarded: () => 'All right, the list is withdrawn; nobody is reminded.',
  feeOver: () => 'This list was confirmed or withdrawn before; nothing was changed.',
  feeMistakes: (mistakes, more) =>
    lines(
      'The list has mistakes, and nothing was imported. Please mend these lines and send it again (the first line that you sent is 1):',
      ...mistakes.map(({ line: at, kind }) => `Line ${at}: ${mends[kind]}`),
      more > 0 && `… and more such lines: ${more}`,
    ),
  feeEmpty: () =>
    lines(
      'There is no household in the list, and nothing was imported.',
      'Please write one in each line: flat, amount, due date',
    ),
  feeNoTitle: () => 'Please give the list a name, as in: fees import Management fee 2026. Nothing was imported.',
  feeFieldUnknown: (said, near) =>
    `I do not know “${said}”.${near ? ` Did you mean “${near}”?` : ''} Nothing was imported.`,
  feeTimeUnclear: (said) =>
    `I cannot read the time “${said}”, or it has passed; nothing was imported. Please write it as in: remind: tomorrow 9:00.`,
  feeLists: (all) =>
    all.length > 0
      ? lines(
          'Lists of fees:',
          ...all.map(line),
          'To remind who has not paid: fees remind 1 · to note a payment: fees paid 3-2-501 · to withdraw: fees revoke 1',
        )
      : 'There is no list of fees yet. To import one: fees import Management fee 2026, and below it a line for each household: flat, amount, due date.',
  feeList: (view) =>
    lines(
      line(view),
      `Can be told directly: ${view.reachable}${view.unknown > 0 ? `; with nobody on record: ${view.unknown}` : ''}.`,
    ),
  feeListUnknown: (number) => `There is no list of fees ${number}, and nothing was changed. All of them: fees.`,
  feeRemindedAgain: (at) => `Good: households that have not paid are told directly ${at ? `at ${at}` : 'now'}.`,
  feeMarked: (count) =>
    count > 0 ? `Noted as paid; entries: ${count}.` : 'Nothing unpaid is on record for this flat; nothing was changed.',
  feeFlatUnclear: () => 'I cannot tell which flat is meant, and nothing was changed. Please write: fees paid 3-2-501.',
  feeHow: () =>
    lines(
      'I did not understand that, and nothing was changed. You can write:',
      'fees (the lists) · fees remind 1 · fees paid 3-2-501 · fees revoke 1',
      'To import a list:',
      'fees import Management fee 2026\npays for: cleaning, lifts, lights\nhow: at the front desk\nremind: tomorrow 9:00\nflat,amount,due\n3-2-501,1234.50,2026-12-31',
    ),
  feeSaidPaid: (title, flat) =>
    `${flat} says that “${title}” is paid. Please check that the money is there, then note it below.`,
  feeSettleChoice: () => 'Note as paid',

  feeInPrivate: () => 'Fees are the business of each household: please send this in our direct chat, not in a group.',
  feeSomebodyPaid: () =>
    'A household says that it has paid. If customer service write to me once in a direct chat, I tell them such things there; to note a payment, send “fees paid” with the flat in our direct chat.',
} satisfies FeeTexts;
