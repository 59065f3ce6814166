import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/en.ts';
import type { FollowUpCardView, FollowUpResult, FollowUpTexts } from './texts.ts';

const occasions: Record<FollowUpCardView['occasion'], string> = {
  complaint: 'a complaint',
  emergency: 'an emergency',
  reopened: 'was reopened',
  low_rating: 'rated low',
  sample: 'a sample',
};

const results: Record<FollowUpResult, string> = {
  satisfied: 'Satisfied',
  not_solved: 'Still a problem',
  unreached: 'Not reached',
  declined: 'Declined',
  no_answer: 'Not reached several times, given up',
};

const outcomes: Record<string, string> = {
  ...results,
  wants_contact: 'Wants to be called',
  overtaken: 'Not needed, the ticket went on',
};

/** What came of a follow-up, as a step of a ticket's life. */
export const followedUp = (outcome: string, note: string | null): string =>
  `Followed up: ${(outcomes[outcome] ?? 'noted').toLowerCase()}${note ? `, ${note}` : ''}`;

export const followUps = {
  followUpQuestion: (code, what) =>
    what ? `Is all still well with what you reported (${code}, ${what})?` : `Is all still well with ${code}?`,
  followUpWell: () => 'All is well',
  followUpNotWell: () => 'Broken again',
  followUpContact: () => 'Please call me',
  followUpThanks: () => 'Good to hear, thank you.',
  followUpContactComes: () => 'A colleague will be in touch with you.',
  followUpNoMore: () => 'All right, we will not ask you again.',

  followUpCard: ({ ticket, caller, requester, occasion, closedAt, score, said, attempt, dueAt }) =>
    lines(
      `☎️ Follow up ${ticket.code}${attempt > 1 ? `, try ${attempt}` : ''}: ${caller}, please contact ${requester ?? 'the resident (name unknown)'}`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 40)),
      dots(
        occasions[occasion],
        closedAt && `closed ${closedAt}`,
        score !== null && `rated ${score} of 5`,
        dueAt && `by ${dueAt}`,
      ),
      said && `They said: “${quoted(said)}”`,
      '1. Hello, this is the property office. How are things with what you reported?',
      '2. Was it dealt with in good time? Is anything left to do?',
      '3. Is there anything else that you would like to tell us? Thank you.',
    ),
  followUpResult: (result) => results[result],
  followUpNoted: (code, by, result, nextAt) =>
    `${code} followed up: ${results[result].toLowerCase()} (${by})${nextAt ? `, next try ${nextAt}` : ''}`,
  followUpNone: (code) => `${code} needs no follow-up now. Nothing was changed.`,
  followUpHow: (code) =>
    `I did not understand the result, and nothing was changed. Please write “follow up ${code} satisfied”, or: still a problem, not reached, declined; a remark may follow.`,
  followUpReminder: (code, caller, left) => `${caller}, ${code} has not been followed up yet; ${left} left.`,
  followUpLate: (code, caller, late) => `The follow-up of ${code} is ${late} late. In charge: ${caller}.`,
} satisfies FollowUpTexts;
