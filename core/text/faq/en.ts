import { lines, quoted } from '../layout.ts';
import type { FaqLine, FaqTexts, FaqView } from './texts.ts';

const languages: Record<string, string> = {
  en: 'English',
  'zh-TW': 'Traditional Chinese',
  'zh-CN': 'Simplified Chinese',
};

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const line = ({ number, question, safe, used }: FaqLine): string =>
  `${number} ${quoted(question, 60)}${safe ? ' (automatic)' : ''}${used > 0 ? ` · used ${times(used)}` : ''}`;

const shown = ({ number, questions, answer, answers, safe, used, unhappy }: FaqView): string =>
  lines(
    `FAQ ${number}${safe ? ' (automatic)' : ''}`,
    ...questions.map((question) => `Q: ${question}`),
    `A: ${answer}`,
    ...Object.entries(answers).map(([locale, text]) => `${languages[locale] ?? locale}: ${text}`),
    used + unhappy > 0 && `Helped: ${used}. Did not help: ${unhappy}.`,
  );

const how = lines(
  'faq add Q: How do I pay the fee? Q: Where can I pay the fee? A: At the office or online.',
  'faq from A7K2: makes an entry of a ticket’s question and its answer',
  'faq 3: shows the whole · faq change 3 A: … · faq remove 3',
  'faq auto 3 on (or off): lets the bot give it by itself',
);

export const faq = {
  faqList: (entries) =>
    lines(
      `The knowledge base has ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}:`,
      ...entries.map(line),
      'Write “faq” and a number to see the whole.',
    ),
  faqEmpty: () => lines('The knowledge base is empty.', how),
  faqShown: shown,
  faqAdded: (entry) =>
    lines(
      'Added to the knowledge base.',
      shown(entry),
      `Cards will show this answer to the staff. To let the bot give it by itself, write “faq auto ${entry.number} on”.`,
    ),
  faqChanged: (entry) => lines('Changed.', shown(entry)),
  faqRevoked: (number, question) => `FAQ ${number} “${quoted(question, 60)}” is not used any more.`,
  faqSafe: (number, question, safe) =>
    safe
      ? `The bot now gives FAQ ${number} “${quoted(question, 60)}” by itself, and says that it is automatic. Whoever is not helped by it gets a person.`
      : `FAQ ${number} “${quoted(question, 60)}” is only shown to the staff from now on; the bot does not give it by itself.`,
  faqUnknown: (number, known) =>
    `There is no FAQ ${number}. Nothing was changed.${known.length > 0 ? ` There are: ${known.join(', ')}.` : ''}`,
  faqHow: () => how,
  faqIncomplete: (missing) =>
    missing === 'question'
      ? 'The question is missing, and nothing was changed. Please write “Q: …”, one for each way in which residents ask.'
      : 'The answer is missing, and nothing was changed. Please write “A: …”.',
  faqNoAnswerYet: (code) =>
    `Nobody has answered ${code} yet. Nothing was changed. Answer it first, or write “faq add Q: … A: …”.`,
  faqNotOf: (code) => `${code} is private, or no question, and cannot be added. Nothing was changed.`,
  faqProposed: (number, answer) => `💡 FAQ ${number} answers: ${quoted(answer, 200)}`,
  faqGiven: (number, verdict) =>
    verdict === 'silent'
      ? `🤖 FAQ ${number} was given automatically; the resident has not reacted yet`
      : `🤖 FAQ ${number} was given automatically and did not help: please answer in person`,
  faqSend: () => 'Send this answer',
  faqAnswer: (code, answer) =>
    lines(
      `${code} Automatic answer:`,
      answer,
      'Did this help? If not, choose “No”, or reply “human” to this, and one of us will answer you.',
    ),
  faqHelped: () => 'Yes, it helped',
  faqNotHelped: () => 'No, ask a person',
  faqGlad: (code) => `Good to hear. ${code} is closed.`,
  faqToPerson: (code, assignee, dueAt) =>
    `Sorry that this did not help. ${code} is with ${assignee ?? 'customer service'} now; you will hear ${dueAt ? `by ${dueAt}` : 'soon'}.`,
  faqLostTrust: (number, question, unhappy) =>
    lines(
      `The automatic answer FAQ ${number} “${quoted(question, 60)}” did not help ${times(unhappy)}. The bot does not give it by itself any more.`,
      `Please look at it: faq ${number}. Once it is better, write “faq auto ${number} on”.`,
    ),
  faqNotSent: (number) => `FAQ ${number} is not used any more, or was sent already. Nothing was changed.`,
} satisfies FaqTexts;
