import { assert, boolean, constantFrom, dictionary, integer, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkPolicy } from './check.ts';
import type { PolicyMistake } from './policy-mistake.ts';
import { defaultPolicyDocument } from '../default-policy.ts';
import type { PolicyDocument } from '../policy.ts';

/** Lines as an estate writes them, from the first line of the file. */
const file = (...lines: string[]): string => lines.join('\n');

function mistakesOf(text: string): PolicyMistake[] {
  const checked = checkPolicy(text);
  return checked.ok ? [] : checked.mistakes;
}

const policyOf = (text: string) => {
  const checked = checkPolicy(text);
  if (!checked.ok) throw new Error(checked.mistakes.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return checked;
};

interface Row {
  told: string;
  text: string;
  at: [number, number];
  path: string;
  message: string;
  mend: string;
}

describe('a file with one mistake', () => {
  it.each<Row>([
    {
      told: 'a time in words',
      text: file('limits:', '  inquiry-answer: { within: 12 hours }'),
      at: [2, 29],
      path: 'limits.inquiry-answer.within',
      message: '"12 hours" must be a duration',
      mend: 'did you mean 12h?',
    },
    {
      told: 'a time in Chinese',
      text: file('closing: { closeUnansweredAfter: 5天 }'),
      at: [1, 34],
      path: 'closing.closeUnansweredAfter',
      message: '"5天" must be a duration',
      mend: 'did you mean 5d?',
    },
    {
      told: 'a bare number for a time',
      text: file('passing:', '  acceptWithin: 30'),
      at: [2, 17],
      path: 'passing.acceptWithin',
      message: '30 must be a duration',
      mend: '"acceptWithin: 30min"',
    },
    {
      told: 'a mistyped field',
      text: file('passing:', '  acceptWithn: 1h'),
      at: [2, 3],
      path: 'passing.acceptWithn',
      message: '"acceptWithn" is not known here',
      mend: 'did you mean acceptWithin?',
    },
    {
      told: 'a field that nothing is near to',
      text: file('reminders:', '  colour: red'),
      at: [2, 3],
      path: 'reminders.colour',
      message: 'is not known here',
      mend: 'spacing, digestFrom, postponeAtMost',
    },
    {
      told: 'a weekday written out',
      text: file('calendar:', '  week:', '    sunday: []'),
      at: [3, 5],
      path: 'calendar.week.sunday',
      message: 'is not known here',
      mend: 'did you mean sun?',
    },
    {
      told: 'a mistyped urgency',
      text: file('limits:', '  urgent-repair-answer: { urgency: hihg }'),
      at: [2, 36],
      path: 'limits.urgent-repair-answer.urgency',
      message: '"hihg" is none of normal, high, emergency',
      mend: 'did you mean high?',
    },
    {
      told: 'one wrong kind in a list of kinds',
      text: file('limits:', '  praise-answer: { kind: [praise, complant] }'),
      at: [2, 35],
      path: 'limits.praise-answer.kind[1]',
      message: '"complant" is none of',
      mend: 'did you mean complaint?',
    },
    {
      told: 'a window that closes before it opens',
      text: file('calendar:', '  week:', "    mon: ['13:30-12:00']"),
      at: [3, 11],
      path: 'calendar.week.mon[0]',
      message: 'must open before it closes',
      mend: '08:30-18:00',
    },
    {
      told: 'windows in the wrong order',
      text: file('calendar:', "  onHolidays: ['14:00-18:00', '08:00-12:00']"),
      at: [2, 3],
      path: 'calendar.onHolidays',
      message: 'must be in order',
      mend: '08:30-18:00',
    },
    {
      told: 'a day that no calendar has',
      text: file('calendar:', "  days: { '2026-02-29': { open: [], because: leap } }"),
      at: [2, 11],
      path: 'calendar.days.2026-02-29',
      message: 'must be a day such as 2026-12-24',
      mend: '"2026-12-24"',
    },
    {
      told: 'a ladder that is not there',
      text: file('limits:', '  progress: { ladder: ofice }'),
      at: [2, 23],
      path: 'limits.progress.ladder',
      message: 'there is no ladder "ofice"',
      mend: 'did you mean office?',
    },
    {
      told: 'a ladder taken away that only a line of the default names: the place is where it was taken away',
      text: file(
        '# quiet is not wanted',
        'ladders:',
        '  office: {}',
        '  alarm: null',
        'limits:',
        '  reopened-emergency: { ladder: office }',
      ),
      at: [4, 3],
      path: 'limits.emergency-answer.ladder',
      message: 'there is no ladder "alarm"',
      mend: 'name one of office, quiet',
    },
    {
      told: 'a second line that names the same matters',
      text: file('limits:', '  lift: { clause: P5d, for: first_response, kind: [repair], within: 2h }'),
      at: [2, 3],
      path: 'limits.lift',
      message: 'the same as the line "repair-answer"',
      mend: 'let one of them name more',
    },
    {
      told: 'a line that says nothing of time',
      text: file('limits:', '  lift: { clause: P5d, for: resolution, area: facilities }'),
      at: [2, 3],
      path: 'limits.lift.within',
      message: 'does not say within which time',
      mend: '"within: null"',
    },
    {
      told: 'a promise with a time of its own',
      text: file('limits:', '  promise: { within: 3h }'),
      at: [2, 22],
      path: 'limits.promise.within',
      message: 'due at the time that was promised',
      mend: 'take "within" out',
    },
    {
      told: 'limits in service time, and an office that never opens',
      text: file('calendar:', '  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: null, sun: null }'),
      at: [2, 3],
      path: 'calendar.week',
      message: 'the office is never open',
      mend: 'open it on some weekday',
    },
    {
      told: 'quiet hours of the whole day',
      text: file('calendar:', "  quietHours: '00:00-24:00'"),
      at: [2, 15],
      path: 'calendar.quietHours',
      message: 'no hour of the day left',
      mend: '"22:00-08:00"',
    },
    {
      told: 'somebody who is told twice at the same time',
      text: file('ladders:', '  quiet:', '    too: { at: limit + 24h, tell: manager }'),
      at: [3, 5],
      path: 'ladders.quiet.too',
      message: 'at the same time as the rung "still"',
      mend: '"too: null"',
    },
    {
      told: 'a reminder that comes after the closing',
      text: file('closing:', '  remindToRateAfter: 72h'),
      at: [2, 22],
      path: 'closing.remindToRateAfter',
      message: 'only when the ticket is already closed',
      mend: 'remind earlier',
    },
    {
      told: 'a reminder that comes before anything is open',
      text: file('questionnaires:', '  open: 1d'),
      at: [2, 3],
      path: 'questionnaires.remindBefore',
      message: 'must be shorter than "open"',
      mend: 'write a shorter time',
    },
    {
      told: 'a check-in that is asked again when somebody is on the way',
      text: file('care:', '  askAgainAfter: 2h'),
      at: [2, 18],
      path: 'care.askAgainAfter',
      message: 'must be shorter than "handOnAfter"',
      mend: 'a longer "handOnAfter"',
    },
    {
      told: 'the same name twice',
      text: file('limits:', '  progress: { within: 24h, within: 12h }'),
      at: [2, 28],
      path: '',
      message: 'this name stands twice',
      mend: 'keep one of them',
    },
    {
      told: 'a bracket that is not closed',
      text: file('limits:', '  progress: { within: 24h', 'closing: {}'),
      at: [3, 1],
      path: '',
      message: 'the indentation does not fit',
      mend: 'align',
    },
    {
      told: 'a tab for indentation',
      text: file('limits:', '\tprogress: { within: 24h }'),
      at: [2, 1],
      path: '',
      message: 'a tab is no indentation',
      mend: 'indent with spaces',
    },
    {
      told: 'two documents in one file',
      text: file('closing: {}', '---', 'closing: {}'),
      at: [2, 1],
      path: '',
      message: 'a second document begins here',
      mend: 'without "---"',
    },
    {
      told: 'a colon of Chinese writing',
      text: file('limits：', '  # 咨询：快一点', "  inquiry-answer: { within: '12h' }"),
      at: [1, 7],
      path: '',
      message: '"：" is a sign of Chinese writing',
      mend: 'write ": " instead',
    },
    {
      told: 'a comma of Chinese writing; those of a reason may stay',
      text: file(
        'calendar:',
        "  days: { '2026-12-31': { open: [], because: 盘点，休息 } }",
        'limits:',
        '  inquiry-answer: { within: 12h， counts: service }',
      ),
      at: [4, 32],
      path: '',
      message: '"，" is a sign of Chinese writing',
      mend: 'write ", " instead',
    },
    {
      told: 'a list where a policy should be',
      text: '- limits',
      at: [1, 1],
      path: '',
      message: 'a policy is a map of names and values',
      mend: '"limits:"',
    },
  ])('$told', ({ text, at: [line, column], path, message, mend }) => {
    const [mistake, ...others] = mistakesOf(text);
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({ line, column, path });
    expect(mistake?.message).toContain(message);
    expect(mistake?.mend).toContain(mend);
  });
});

describe('a file with many mistakes', () => {
  const text = file(
    'limits:',
    '  inquiry-answer: { within: soon }',
    '  repair-answr: { ladder: offce, within: 2h }',
    '  progress: { withn: 4h }',
    'calendar:',
    "  quietHours: '08:00-07:30'",
    'passing: { counts: servise }',
  );

  it('is told all of them at once, in the order of the lines, those of single fields and those of the whole', () => {
    expect(mistakesOf(text).map(({ line, path }) => [line, path])).toEqual([
      [2, 'limits.inquiry-answer.within'],
      [3, 'limits.repair-answr.clause'],
      [3, 'limits.repair-answr.for'],
      [3, 'limits.repair-answr.ladder'],
      [4, 'limits.progress.withn'],
      [6, 'calendar.quietHours'],
      [7, 'passing.counts'],
    ]);
  });

  it('names the line that was probably meant', () => {
    expect(mistakesOf(text)[1]?.mend).toContain('did you mean repair-answer?');
  });
});

describe('every kind of matter is answered by a time', () => {
  it('a kind whose line is taken away has no answer, whatever its urgency', () => {
    const mistakes = mistakesOf(file('limits:', '  praise-answer: null'));
    expect(mistakes.map(({ line, path, message }) => [line, path, message])).toEqual([
      [1, 'limits', 'no line says by when a matter of the kind praise and the urgency normal is answered first'],
      [1, 'limits', 'no line says by when a matter of the kind praise and the urgency high is answered first'],
    ]);
  });

  it('a line for some areas leaves the others unanswered, and they are named', () => {
    const mistakes = mistakesOf(file('limits:', '  praise-answer: { area: [fees, parking] }'));
    expect(mistakes).toHaveLength(2);
    expect(mistakes[0]?.message).toMatch(/ in facilities, .*other$/);
  });

  it('no limit is fine, if it is said', () => {
    const { policy } = policyOf(file('limits:', '  praise-answer: { within: null }'));
    expect(policy.limits['praise-answer']?.within).toBeNull();
  });
});

describe('a file that can be used', () => {
  it('holds only what differs; the rest is the default', () => {
    const { document, policy } = policyOf(file('limits:', '  inquiry-answer: { within: 12h }'));
    expect(policy.limits['inquiry-answer']).toMatchObject({ clause: 'P5c', within: 12 * 3_600_000, ladder: 'office' });
    expect(document.passing).toEqual(defaultPolicyDocument.passing);
  });

  it('may be empty', () => {
    expect(policyOf('# nothing differs yet').document).toEqual(defaultPolicyDocument);
  });

  it('may say what repeats itself once, by an anchor', () => {
    const { policy } = policyOf(file('calendar:', '  week:', "    mon: &day ['09:00-17:00']", '    tue: *day'));
    expect(policy.calendar.week.tue).toEqual([{ opensAt: '09:00', closesAt: '17:00' }]);
  });

  it.each([
    {
      told: 'a day of a year whose holidays nobody knows yet',
      text: file('calendar:', "  days: { '2051-10-01': { open: [], because: National Day } }"),
      warning: [2, 'calendar.days.2051-10-01'],
    },
    {
      told: 'a country that nobody knows',
      text: file('calendar:', '  holidays: XX'),
      warning: [2, 'calendar.holidays'],
    },
    {
      told: 'a ladder that no line names',
      text: file('ladders:', '  loud:', '    half: { at: 50%, tell: assignee }'),
      warning: [2, 'ladders.loud'],
    },
    {
      told: 'a sample of nothing',
      text: file('followUps:', '  sampleShare: 0%'),
      warning: [2, 'followUps.sampleShare'],
    },
  ])('with a warning: $told', ({ text, warning }) => {
    expect(policyOf(text).warnings.map(({ line, path }) => [line, path])).toEqual([warning]);
  });

  it('without a warning for a day of a year that is known', () => {
    const text = file('calendar:', "  days: { '2026-12-31': { open: [], because: stocktaking } }");
    expect(policyOf(text).warnings).toEqual([]);
  });
});

describe('a file that is a trap', () => {
  it.each([
    { told: 'anchors that stand for a thousand times a thousand values', text: bomb() },
    { told: 'a map that contains itself', text: 'limits: &all { a: *all }' },
    { told: 'brackets in brackets without end', text: '['.repeat(20_000) },
    { told: 'a file of a megabyte', text: `# ${'x'.repeat(1_000_000)}` },
  ])('$told is refused', ({ text }) => {
    expect(mistakesOf(text)).not.toEqual([]);
  });

  it('no text makes the check fail', () => {
    const word = constantFrom(
      'limits:',
      '  ',
      '\n',
      '{',
      '}',
      '- ',
      '&a ',
      '*a',
      'within: ',
      '48h',
      '"',
      "'",
      '#',
      ': ',
      '__proto__: ',
      '!!x ',
      '? ',
      '|',
    );
    assert(
      property(string({ unit: word, maxLength: 40 }), string(), (words, any) => {
        for (const text of [words, any]) expect(typeof checkPolicy(text).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [at, name] of ['b', 'c', 'd', 'e', 'f'].entries()) {
    const before = 'abcde'[at] ?? 'a';
    levels.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
  }
  return levels.join('\n');
}

describe('a policy that is written down and read again', () => {
  it('is the same', () => {
    const lines = dictionary(
      string({ unit: constantFrom('a', 'b', 'c', '-', '7'), minLength: 1, maxLength: 8 }).map((end) => `x${end}`),
      record({
        clause: constantFrom('P5a', 'P9z'),
        for: constantFrom('follow_up' as const, 'resolution' as const),
        kind: constantFrom('praise' as const, 'inquiry' as const),
        within: integer({ min: 1, max: 99_999 }).map((minutes) => `${minutes}min`),
        ladder: constantFrom('office', 'quiet', null),
      }),
      { maxKeys: 1 },
    );
    assert(
      property(lines, integer({ min: 0, max: 100 }), boolean(), string(), (added, share, closed, because) => {
        const document: PolicyDocument = {
          ...defaultPolicyDocument,
          limits: { ...defaultPolicyDocument.limits, ...added },
          followUps: { ...defaultPolicyDocument.followUps, sampleShare: `${share}%` },
          calendar: {
            ...defaultPolicyDocument.calendar,
            days: { '2026-12-31': { open: closed ? [] : ['08:30-12:00'], because: `x${because}` } },
          },
        };
        const checked = checkPolicy(stringify(document));
        expect(checked.ok ? checked.document : checked.mistakes).toEqual(document);
      }),
      { numRuns: 20 },
    );
  });
});
