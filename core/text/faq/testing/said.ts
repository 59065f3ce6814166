import type { Texts } from '../../texts.ts';
import type { FaqView } from '../texts.ts';

const entry: FaqView = {
  number: 1,
  question: 'when',
  questions: ['when', 'at what time'],
  answer: 'at eight',
  answers: { en: 'x', 'zh-TW': 'y', 'zh-CN': 'z', fr: 'v' },
  safe: true,
  used: 5,
  unhappy: 2,
};
const fresh: FaqView = { ...entry, answers: {}, safe: false, used: 0, unhappy: 0 };

/** Everything that is said about the knowledge base. */
export function faqSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  return [
    ...said(
      'faqList',
      texts.faqList([entry]),
      texts.faqList([entry, fresh, { ...entry, used: 1 }, { ...entry, used: 2 }]),
    ),
    ...said('faqEmpty', texts.faqEmpty()),
    ...said('faqShown', texts.faqShown(entry), texts.faqShown(fresh)),
    ...said('faqAdded', texts.faqAdded(fresh)),
    ...said('faqChanged', texts.faqChanged(entry)),
    ...said('faqRevoked', texts.faqRevoked(1, 'when')),
    ...said('faqSafe', texts.faqSafe(1, 'when', true), texts.faqSafe(1, 'when', false)),
    ...said('faqUnknown', texts.faqUnknown(7, []), texts.faqUnknown(7, [1, 2])),
    ...said('faqHow', texts.faqHow()),
    ...said('faqIncomplete', texts.faqIncomplete('question'), texts.faqIncomplete('answer')),
    ...said('faqNoAnswerYet', texts.faqNoAnswerYet('A7K2')),
    ...said('faqNotOf', texts.faqNotOf('A7K2')),
    ...said('faqProposed', texts.faqProposed(1, 'at eight')),
    ...said('faqGiven', texts.faqGiven(1, 'silent'), texts.faqGiven(1, 'not_helped')),
    ...said('faqSend', texts.faqSend()),
    ...said('faqAnswer', texts.faqAnswer('A7K2', 'at eight')),
    ...said('faqHelped', texts.faqHelped()),
    ...said('faqNotHelped', texts.faqNotHelped()),
    ...said('faqGlad', texts.faqGlad('A7K2')),
    ...said('faqToPerson', texts.faqToPerson('A7K2', 'Wang', '15:00'), texts.faqToPerson('A7K2', null, null)),
    ...said('faqLostTrust', texts.faqLostTrust(1, 'when', 3)),
    ...said('faqNotSent', texts.faqNotSent(1)),
  ];
}
