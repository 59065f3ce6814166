import { lines } from '../layout.ts';
import type { HelpTexts } from './texts.ts';

export const help = {
  helpForTelling: () =>
    lines(
      'Telling residents. Managers write; you see it first, and it goes out when you confirm.',
      'notice: no water tomorrow from 8 to 12 (also “important notice: …”, “emergency notice: …”); audience, time, receipts: “notice help”',
      'Afterwards: notice 3 status · notice 3 unconfirmed (a list by flat) · notice 3 correct … · extend · end · withdraw',
      'template: prepared notices; to use one: notice template no-water …, with what it asks for · tag GROUP tenants: then “audience: #tenants”',
      'publication add finances every quarter: you are reminded · publication 1 text…: publishes it',
      'emergency plan: notice, steps and who is called, for each kind · start plan fire building 3 · drill fire: colleagues only, residents hear nothing',
      'care: who is asked whether they are well · care add 3-2-501 Mrs Li every day 9:00 (they must agree)',
      'fees, in the direct chat only: fees import Management fee 2026, below it a line for each household: flat, amount, due date; once confirmed, each is reminded directly · fees paid 3-2-501 · fees: the lists',
      'held back: what waits, what was not sent, and why · held back now notice 3',
    ),
  helpForAsking: () =>
    lines(
      'Asking residents. Managers write; you see it first, and it goes out when you confirm.',
      'questionnaire: several questions, anonymous if you like; the word alone says how · questionnaire 1: who takes part · questionnaire 1 end / extend 3 days / withdraw',
      'vote: one household, one vote · consultation: opinions · pledge: amounts, no money is moved. “vote” says how (the committee may write one, too, in the direct chat) · vote 1 extend 5 Dec / withdraw, with a reason',
      'activity Dumplings, and below it a line “time: Saturday 10:00”, also place and places: residents sign up by a tap or a list · activity 1: who comes · activity 1 attended Wang',
      'adopt A7K2 next month / turn down A7K2 reason: whoever suggested or supported it hears it',
      'faq: answers to common questions · faq add Q: … A: … · faq from A7K2 · faq auto 3 on: I answer by myself',
    ),
} satisfies HelpTexts;
