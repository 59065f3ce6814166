import type { FeeMistake } from '../../../notices/fees/read-list.ts';
import type { Texts } from '../../texts.ts';

const kinds: FeeMistake['kind'][] = ['columns', 'flat', 'no_such_building', 'amount', 'day', 'twice'];

/** Everything that is said of fees. */
export function feesSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const owed = { title: 'x', paysFor: 'y', how: 'z', flat: '3-2-501', amount: '1,234.50', dueOn: '2026-12-31' };
  const bare = { ...owed, paysFor: '', how: '', dueOn: null };
  const view = {
    number: 1,
    title: 'x',
    households: 3,
    total: '2,000.00',
    unknown: 1,
    reachable: 2,
    reminded: 1,
    paid: 1,
    state: 'confirmed' as const,
  };
  const preview = { ...view, paysFor: 'y', how: 'z', example: 'e' };
  return [
    ...said('feeReminder', texts.feeReminder(owed), texts.feeReminder(bare)),
    ...said('feePaidChoice', texts.feePaidChoice()),
    ...said('feeNoted', texts.feeNoted()),
    ...said('feeIsPaid', texts.feeIsPaid()),
    ...said('feeQuestion', texts.feeQuestion('x')),
    ...said(
      'feePreview',
      texts.feePreview(preview, '9:00'),
      texts.feePreview({ ...preview, paysFor: '', how: '', unknown: 0 }, null),
    ),
    ...said('feeConfirm', texts.feeConfirm()),
    ...said('feeDiscard', texts.feeDiscard()),
    ...said('feeConfirmed', texts.feeConfirmed('9:00'), texts.feeConfirmed(null)),
    ...said('feeDiscarded', texts.feeDiscarded()),
    ...said('feeOver', texts.feeOver()),
    ...said(
      'feeMistakes',
      texts.feeMistakes(
        kinds.map((kind, line) => ({ line, kind })),
        0,
      ),
      texts.feeMistakes([{ line: 3, kind: 'amount' }], 7),
    ),
    ...said('feeEmpty', texts.feeEmpty()),
    ...said('feeNoTitle', texts.feeNoTitle()),
    ...said('feeFieldUnknown', texts.feeFieldUnknown('x', 'y'), texts.feeFieldUnknown('x', null)),
    ...said('feeTimeUnclear', texts.feeTimeUnclear('x')),
    ...said(
      'feeLists',
      texts.feeLists([view, { ...view, state: 'draft' }, { ...view, state: 'revoked' }]),
      texts.feeLists([]),
    ),
    ...said('feeList', texts.feeList(view), texts.feeList({ ...view, unknown: 0 })),
    ...said('feeListUnknown', texts.feeListUnknown(7)),
    ...said('feeRemindedAgain', texts.feeRemindedAgain('9:00'), texts.feeRemindedAgain(null)),
    ...said('feeMarked', texts.feeMarked(1), texts.feeMarked(0)),
    ...said('feeFlatUnclear', texts.feeFlatUnclear()),
    ...said('feeHow', texts.feeHow()),
    ...said('feeSaidPaid', texts.feeSaidPaid('x', '3-2-501')),
    ...said('feeSettleChoice', texts.feeSettleChoice()),
    ...said('feeInPrivate', texts.feeInPrivate()),
    ...said('feeSomebodyPaid', texts.feeSomebodyPaid()),
  ];
}
