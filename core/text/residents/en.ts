import { words } from '../words/en.ts';
import { dots, lines } from '../layout.ts';
import type { Texts, TicketView } from '../texts.ts';

/** "repair (Building 3, Unit 2 · lift)": never the room. */
function matter(ticket: TicketView): string {
  const where = words.place(ticket.place, 'coarse') || (ticket.area === 'other' ? '' : words.area(ticket.area));
  return words.kind(ticket.kind) + (where && ` (${where})`);
}

/** "Wang is in charge and will answer by 15:00 today" */
function outlook(assignee: string | null, dueAt: string | null): string {
  if (assignee && dueAt) return `${assignee} is in charge; you will have an answer by ${dueAt}`;
  if (assignee) return `${assignee} is in charge`;
  return dueAt ? `you will have an answer by ${dueAt}` : 'customer service will follow it up and let you know';
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const privately = 'as it is a private matter, customer service will talk to you in private';
const isOver = (ticket: TicketView): boolean => ticket.status === 'closed' || ticket.status === 'dismissed';

export const residents = {
  receipt(ticket, dueAt) {
    if (ticket.sensitive) return `Noted as ${ticket.code}; ${privately}.`;
    if (ticket.kind === 'praise') return `Thank you for the kind words (${ticket.code}). We will pass them on.`;
    return lines(
      `Your ${matter(ticket)} is on record as ${ticket.code}.`,
      `${sentence(outlook(ticket.assignee, dueAt))}.`,
    );
  },

  emergencyReceipt: (ticket, isToldSafety = false) =>
    lines(
      `Understood. ${ticket.code}: the people on duty are being alarmed now${ticket.assignee ? `, and ${ticket.assignee} will contact you at once` : ''}.`,
      !isToldSafety &&
        'Please keep clear of danger. If anybody is hurt, or there is fire or danger to life, call the emergency services now (in mainland China 120, 119, 110).',
    ),

  receipts: (tickets) =>
    lines(
      `Thank you, ${tickets.length} matters are on record:`,
      ...tickets.map(({ ticket, dueAt }) =>
        ticket.sensitive
          ? `${ticket.code}: ${privately}`
          : `${ticket.code} ${matter(ticket)}: ${outlook(ticket.assignee, dueAt)}`,
      ),
    ),

  taken: (code, staff) => `${code}: ${staff} has taken it and is on it.`,
  answer: (code, staff, text) => `${staff} (${code}): ${text}`,
  askedBack: (code, staff, question) =>
    lines(`${staff} would like to know (${code}): ${question}`, 'Just reply to this message.'),
  promised: (code, staff, at, note) => lines(`${code}: ${staff} promises ${at}.`, note),
  mergedForResident: (code, intoCode) =>
    `${code} is the same matter as ${intoCode} and goes on under ${intoCode}. You will be told all the same.`,
  done: (code, staff, text) =>
    lines(
      text ? `${staff} (${code}): ${text}` : `${code}: ${staff} says it is done.`,
      'Is it solved? Reply 1–5 (5 is best), or “not solved” and we will carry on.',
    ),
  doneAtNight: (code, staff, text) => (text ? `${staff} (${code}): ${text}` : `${code}: ${staff} says it is done.`),
  ratingReminder: (code) => `Is ${code} solved? If you have a moment, reply 1–5, or “not solved” and we will carry on.`,

  ratingThanks(code, score) {
    if (score === null) return `Good, ${code} is settled. Thank you for telling us.`;
    if (score >= 4) return `Thank you for the ${score} (${code}). Write whenever there is something.`;
    return `Thank you for being frank (${code}, ${score}). We will do better.`;
  },

  ratingWhy: (code, score) =>
    `Thank you for being frank (${code}, ${score} of 5). What went wrong? Just reply to this; we will look into it.`,
  ratingReasonNoted: (code) => `Noted (${code}); whoever is in charge will look into it. Thank you.`,
  ratingRange: (code) => `${code}: please reply with 1–5 (5 is best), or “not solved”.`,
  pressTaken: () => 'Your tap has arrived',

  reopened: (code, assignee) =>
    `Sorry that it is not solved. ${code} is open again; ${assignee ?? 'customer service'} carries on.`,

  standing(ticket, dueAt) {
    if (ticket.sensitive) return `${ticket.code}: ${words.status(ticket.status)}; ${privately}.`;
    const head = `${ticket.code} ${matter(ticket)}: ${words.status(ticket.status)}`;
    if (isOver(ticket) || ticket.status === 'merged') return `${head}.`;
    if (ticket.status === 'done') return `${head}. If it is not, reply “not solved” and we will carry on.`;
    return `${head}. ${sentence(outlook(ticket.assignee, dueAt))}.`;
  },

  privateAnswer: (code) => `There is an answer to ${code}. It is private: write “status” to me directly to read it.`,

  ownTickets: (tickets) =>
    lines(
      tickets.length === 1 ? 'One matter of yours is open:' : `${tickets.length} matters of yours are open:`,
      ...tickets.map((ticket) =>
        dots(
          `${ticket.code} ${ticket.sensitive ? 'in private' : matter(ticket)}`,
          words.status(ticket.status),
          ticket.sensitive ? null : ticket.assignee,
          ticket.dueAt && (ticket.overdue ? `was due ${ticket.dueAt}, being chased` : `answer by ${ticket.dueAt}`),
        ),
      ),
      'For more about one of them, reply to your message about it and ask.',
    ),
  noOwnTickets: () => 'Nothing of yours is open. If there is something, just say it.',
  directHint: () =>
    'I keep the office’s records. Write repairs, complaints, suggestions and questions as they are, with building and place; “status” shows your own.',
  directUnknown: () =>
    'Hello. I do not know yet which estate you live in. Please say a word in your residents’ group first, then write to me again.',
  notSolved: () => 'Not solved',

  introduceToResidents: (community) =>
    lines(
      `Hello, I am the record-keeping bot of the property office of ${community}, not a person.`,
      'Just talk as usual: repairs, complaints, suggestions and questions become tickets with somebody in charge and a time limit, and you are told the outcome.',
      'I record the messages of this group and what is done about them, and keep them for at least three years under the office’s rules. Your phone or room number is never repeated here.',
      'Write “status” to see your own matters; for anything private, write to me directly.',
    ),
  introduceToStaff: (community) =>
    lines(
      `Hello, I am the record-keeping bot of ${community}, not a person. This is the staff group.`,
      'What residents say comes here as cards: choose or write “take” or “done”; any other reply to a card goes to the resident.',
      'I record the messages of this group and every step, and keep them for at least three years under the office’s rules. Write “help” for all commands.',
    ),
  introduceToManagers: (community) =>
    lines(
      `Hello, I am the record-keeping bot of ${community}, not a person. This is the managers’ group.`,
      'Tickets past their limit, emergencies and messages that could not be delivered are told here. Notices, questionnaires and votes are written here, too: you see them first.',
      'I record the messages of this group and every step, and keep them for at least three years under the office’s rules. Write “help” for all commands.',
    ),
  introduceUnlinked: () =>
    lines(
      'Hello, I am the record-keeping bot of a property office, not a person. This group belongs to no estate yet, so I open no tickets here.',
      'A manager can write /link residents, /link staff or /link managers. Manager on another platform already? Write join to me there first, then join and the code here. If nobody does within a day, I will leave.',
    ),
  leavingUnlinked: () =>
    'Nobody has linked this group to an estate, so I am leaving. A manager can invite me again at any time.',

  helpForResidents: () =>
    lines(
      'Just say what is the matter: building, place, what is wrong, with a photo if you can. I note it and tell you who is in charge and by when.',
      'To add something, reply to your message. “status” shows your matters, “policy” what you may expect. When it is done, reply 1–5, or “not solved”.',
      '“flat 7-2-502” notes your flat. If you write to me on another platform, too, send “join” in a direct chat first.',
      'Confirm a notice with “got it”. Sign up for an activity by the button. Answer questionnaires and votes by the buttons, or send me “questionnaire” or “vote” directly. To be asked every day whether you are well, send “care every day 9:00” directly.',
      'For anything private, write to me directly. To hear less from me in groups, send “/less”.',
    ),
} satisfies Partial<Texts>;
