import { dots, lines } from '../layout.ts';
import { notices } from '../notices/en.ts';
import type { PublicationTexts, PublicationView } from './texts.ts';

const line = ({ number, title, repeat, due, isOverdue, last }: PublicationView): string =>
  dots(
    `publication ${number}`,
    title,
    notices.noticeRepeat(repeat),
    isOverdue ? `overdue since ${due}` : `next at ${due}`,
    last ? `last at ${last}` : 'never published',
  );
const how = (number: number): string =>
  `When it is ready, send: publication ${number} text… (with photos and files). You see a preview first.`;

export const publications = {
  publicationList: (all) =>
    all.length > 0
      ? lines('Publications:', ...all.map(line), 'To publish: publication 1 text… · to end one: publication revoke 1')
      : 'Nothing is published on a schedule yet. To add something: publication add finances every quarter.',
  publication: (view) => lines(line(view), how(view.number)),
  publicationAdded: (view) =>
    lines(
      'Added:',
      line(view),
      'The managers are reminded before it is due; the supervisors hear of it when it is late.',
    ),
  publicationRevoked: (title) => `All right, nobody is reminded of “${title}” any more.`,
  publicationUnknown: (number) =>
    `There is no publication ${number}, and nothing was changed. All of them: publication.`,
  publicationHow: () =>
    lines(
      'I did not understand that, and nothing was changed. You can write:',
      'publication (the list) · publication add finances every quarter · publication revoke 1',
      'publication 1 text… (with photos and files)',
    ),
  publicationSoon: (number, title, due) => lines(`“${title}” is to be published by ${due}.`, how(number)),
  publicationDue: (number, title) => lines(`“${title}” is to be published today.`, how(number)),
  publicationOverdue: (number, title, due, late) =>
    lines(
      `“${title}” was to be published at ${due} and is late by ${late}.`,
      `Managers, please publish it soon: publication ${number} text…`,
    ),
} satisfies PublicationTexts;
