import { Subject } from '../../prisma/generated/enums.ts';

const letters: Record<Subject, string> = {
  notice: 'N',
  plan: 'L',
  publication: 'U',
  care: 'H',
  fees: 'B',
  questionnaire: 'Q',
  consultation: 'K',
  activity: 'Y',
  faq: 'G',
  shadow: 'X',
  incident: 'I',
};
const subjects = Object.values(Subject);

/**
 * Ids of buttons. Everything that a press means is in them, because a card outlives the process that made it: a letter for
 * the kind of button, a word, and ids of rows, written short so that the longest fits Telegram's 64 bytes.
 */
export type PressedChoice =
  | { kind: 'ticket'; verb: string; ticketId: string }
  | { kind: 'promise'; when: string; ticketId: string }
  | { kind: 'pass'; personId: string; ticketId: string }
  | { kind: 'rating'; score: string; ticketId: string }
  | { kind: 'closed'; answer: string; ticketId: string }
  | { kind: 'doubt'; answer: string; messageId: string }
  /** Who somebody new is; `candidateId` is null for nobody known. */
  | { kind: 'same_person'; candidateId: string | null; personId: string }
  /** Whether it was oneself who used one's code elsewhere. */
  | { kind: 'join'; answer: string; claimerId: string }
  /** Whether a colleague takes over a shift. */
  | { kind: 'swap'; answer: string; swapId: string }
  /** What becomes of a proposed version of the policy. */
  | { kind: 'version'; answer: string; versionId: string }
  /** Anything to do with a notice, a questionnaire or the like; `action` is theirs. */
  | { kind: 'about'; subject: Subject; action: string; id: string }
  /** Who is praised in a ticket; null: everybody. */
  | { kind: 'praised'; personId: string | null; ticketId: string }
  /** What came of asking after a closed ticket. */
  | { kind: 'follow_up'; answer: string; followUpId: string }
  /** Does with this ticket what was said in that message, which named no ticket or was mistyped. */
  | { kind: 'said'; verb: string; messageId: string; ticketId: string };

export const choiceIds = {
  ticket: (verb: string, ticketId: string): string => `t:${verb}:${short(ticketId)}`,
  promise: (when: string, ticketId: string): string => `p:${when}:${short(ticketId)}`,
  pass: (personId: string, ticketId: string): string => `a:${short(personId)}:${short(ticketId)}`,
  rating: (score: string, ticketId: string): string => `r:${score}:${short(ticketId)}`,
  closed: (answer: 'reopen' | 'leave', ticketId: string): string => `c:${answer}:${short(ticketId)}`,
  doubt: (answer: 'yes' | 'no', messageId: string): string => `d:${answer}:${short(messageId)}`,
  samePerson: (candidateId: string | null, personId: string): string =>
    `i:${candidateId === null ? 'no' : short(candidateId)}:${short(personId)}`,
  join: (answer: 'yes' | 'no', claimerId: string): string => `j:${answer}:${short(claimerId)}`,
  swap: (answer: 'yes' | 'no', swapId: string): string => `w:${answer}:${short(swapId)}`,
  version: (answer: string, versionId: string): string => `v:${answer}:${short(versionId)}`,
  praised: (personId: string | null, ticketId: string): string =>
    `h:${personId === null ? 'all' : short(personId)}:${short(ticketId)}`,
  followUp: (answer: string, followUpId: string): string => `f:${answer}:${short(followUpId)}`,
  about: (subject: Subject, action: string, id: string): string => `${letters[subject]}:${action}:${short(id)}`,
  said: (verb: string, messageId: string, ticketId: string): string =>
    `s:${verb}.${short(messageId)}:${short(ticketId)}`,
};

/** What a button means; null for one that is none of ours. */
export function readChoiceId(id: string): PressedChoice | null {
  const [kind, word, last] = id.split(':');
  const row = last === undefined ? null : long(last);
  if (kind === undefined || word === undefined || row === null) return null;
  switch (kind) {
    case 't':
      return { kind: 'ticket', verb: word, ticketId: row };
    case 'p':
      return { kind: 'promise', when: word, ticketId: row };
    case 'a': {
      const personId = long(word);
      return personId === null ? null : { kind: 'pass', personId, ticketId: row };
    }
    case 'r':
      return { kind: 'rating', score: word, ticketId: row };
    case 'c':
      return { kind: 'closed', answer: word, ticketId: row };
    case 'd':
      return { kind: 'doubt', answer: word, messageId: row };
    case 'i': {
      const candidateId = word === 'no' ? null : long(word);
      return word !== 'no' && candidateId === null ? null : { kind: 'same_person', candidateId, personId: row };
    }
    case 'h': {
      const personId = word === 'all' ? null : long(word);
      return word !== 'all' && personId === null ? null : { kind: 'praised', personId, ticketId: row };
    }
    case 'j':
      return { kind: 'join', answer: word, claimerId: row };
    case 'w':
      return { kind: 'swap', answer: word, swapId: row };
    case 'v':
      return { kind: 'version', answer: word, versionId: row };
    case 'f':
      return { kind: 'follow_up', answer: word, followUpId: row };
    case 's': {
      const [verb = '', message = ''] = word.split('.');
      const messageId = long(message);
      return messageId === null ? null : { kind: 'said', verb, messageId, ticketId: row };
    }
    default: {
      const subject = subjects.find((one) => letters[one] === kind);
      return subject ? { kind: 'about', subject, action: word, id: row } : null;
    }
  }
}

/** A UUID in 22 characters. */
export const short = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

export function long(text: string): string | null {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}
