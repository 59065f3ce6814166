import { Temporal } from 'temporal-polyfill';

const forms: readonly RegExp[] = [
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号號]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号號]?$/,
];

/**
 * A calendar day as lists have it: `2026-12-31`, `2026/12/31`, `2026年12月31日`, `20261231`, `12月31日`. Without a year it is the next such day, from
 * `today` on. Null for what is no day, or a day that there is not.
 */
export function readDueDay(text: string, today: string): string | null {
  const said = text.normalize('NFKC').replaceAll(/\s/g, '');
  const found = forms.map((form) => form.exec(said)?.groups).find((groups) => groups !== undefined);
  if (!found) return null;
  const year = found['year'] === undefined ? null : Number(found['year']);
  const [month, day] = [Number(found['month']), Number(found['day'])];
  const first = Temporal.PlainDate.from(today);
  const made = [year ?? first.year, first.year + 1].map((one) => dayOf(one, month, day));
  const [here, next] = made;
  if (year !== null || (here && Temporal.PlainDate.compare(here, first) >= 0)) return here?.toString() ?? null;
  return next?.toString() ?? null;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const first = new Temporal.PlainDate(year, month, 1);
  return day > first.daysInMonth ? null : first.with({ day });
}
