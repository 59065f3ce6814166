import { festivals } from '../../../notices/care/festivals.ts';
import type { Texts } from '../../texts.ts';

/** Everything that is said in care check-ins and greetings. */
export function careSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const view = { weekdays: [1, 2, 3, 4, 5, 6, 7], askAt: '09:00', next: '9:00' };
  const some = { weekdays: [1, 3], askAt: '15:30', next: null };
  const reasons = ['silent', 'unreached', 'help'] as const;
  return [
    ...said('careAsk', ...(['morning', 'afternoon', 'evening'] as const).map((part) => texts.careAsk(part))),
    ...said('careAgain', texts.careAgain()),
    ...said('careWellChoice', texts.careWellChoice()),
    ...said('careHelpChoice', texts.careHelpChoice()),
    ...said('careGlad', texts.careGlad()),
    ...said('careHelpComes', texts.careHelpComes('A7K2')),
    ...said('careSomebodyComes', texts.careSomebodyComes('A7K2')),
    ...said('careSet', texts.careSet(view), texts.careSet(some)),
    ...said(
      'careStanding',
      texts.careStanding(view, true),
      texts.careStanding(some, false),
      texts.careStanding(null, false),
    ),
    ...said('carePaused', texts.carePaused('9:00')),
    ...said('careStopped', texts.careStopped()),
    ...said('careNone', texts.careNone()),
    ...said('careOffered', texts.careOffered(view), texts.careOffered(some)),
    ...said('careOkChoice', texts.careOkChoice()),
    ...said('careNoChoice', texts.careNoChoice()),
    ...said('careKept', texts.careKept()),
    ...said('greetingsWanted', texts.greetingsWanted(true), texts.greetingsWanted(false)),
    ...said('careInPrivate', texts.careInPrivate()),
    ...said('careHow', texts.careHow()),
    ...said('careAtNight', texts.careAtNight('08:00')),
    ...said('careSummary', ...reasons.map((reason) => texts.careSummary(reason, '')), texts.careSummary('help', 'x')),
    ...said(
      'careLookIn',
      ...reasons.map((reason) => texts.careLookIn('A7K2', 'Li', '3-2-501', reason)),
      texts.careLookIn('A7K2', 'Li', '', 'help'),
    ),
    ...said('careNobodyGoes', texts.careNobodyGoes('A7K2', '10 min')),
    ...said('careNobodyTold', texts.careNobodyTold('A7K2')),
    ...said('careWellAfterAll', texts.careWellAfterAll('A7K2')),
    ...said('careHowForStaff', texts.careHowForStaff()),
    ...said('careEntered', texts.careEntered('Li', view), texts.careEntered('Li', some)),
    ...said('careEnded', texts.careEnded('Li')),
    ...said('careNotAsked', texts.careNotAsked('Li')),
    ...said('careDeclined', texts.careDeclined('Li')),
    ...said('careNoChat', texts.careNoChat('Li')),
    ...said('careFlatUnknown', texts.careFlatUnknown()),
    ...said('careWhoThere', texts.careWhoThere(['Li', 'Wu']), texts.careWhoThere([])),
    ...said(
      'careList',
      texts.careList([
        { name: 'Li', view },
        { name: 'Wu', view: some },
      ]),
      texts.careList([]),
    ),
    ...said('festival', ...festivals.map((one) => texts.festival(one))),
    ...said('greeting', ...festivals.map((one) => texts.greeting(one))),
    ...said('greetingOffer', texts.greetingOffer('spring', '9:00', 3), texts.greetingOffer('spring', '9:00', 0)),
    ...said('greetingToAll', texts.greetingToAll()),
    ...said('greetingToWanting', texts.greetingToWanting()),
    ...said('greetingNotNow', texts.greetingNotNow()),
    ...said('greetingPrepared', texts.greetingPrepared('spring', '9:00', 3)),
    ...said('greetingDropped', texts.greetingDropped('spring')),
  ];
}
