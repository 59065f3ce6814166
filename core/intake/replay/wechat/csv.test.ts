import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, separatorOf } from './csv.ts';

describe('a table of separated values', () => {
  it.each([
    { told: 'nothing', text: '', rows: [] },
    {
      told: 'a byte order mark and any line ends',
      text: '\ufeffa,b\r\n1,2\n3,4\r5,6',
      rows: ['a|b', '1|2', '3|4', '5|6'],
    },
    {
      told: 'separators, line ends and quotes within quotes',
      text: 'a,"b, ""c""\r\nd",e\n',
      rows: ['a|b, "c"\r\nd|e'],
    },
    {
      told: 'quotes in a field that is not quoted',
      text: '1,收到，"马上"派人\n2,"马上"派人\n',
      rows: ['1|收到，"马上"派人', '2|"马上"派人'],
    },
    { told: 'lines without anything', text: 'a,b\n\n""\n1,2\n\n', rows: ['a|b', '1|2'] },
    {
      told: 'short and long lines, empty fields',
      text: 'a,b,c\n1\n,\n1,2,3,4,\n',
      rows: ['a|b|c', '1', '|', '1|2|3|4|'],
    },
    { told: 'tabs', text: 'a\tb\n1,5\t2', rows: ['a|b', '1,5|2'] },
    { told: 'semicolons', text: 'a;b;c\n1,5;2;"3;4"', rows: ['a|b|c', '1,5|2|3;4'] },
    {
      told: 'a quote that nothing closes: the lines after it are still lines',
      text: 'é,"b\nc"\n1,"open\n2,3\n4,5',
      rows: ['é|b\nc', '1|"open', '2|3', '4|5'],
    },
    { told: 'a quote that nothing closes, in the first line', text: '\ufeff"a,b\n1,2', rows: ['"a|b', '1|2'] },
    { told: 'one quote', text: '"', rows: ['"'] },
  ])('is read with $told', ({ text, rows }) => {
    expect(readCsv(text).map((row) => row.join('|'))).toEqual(rows);
  });

  it('is read whatever it holds', () => {
    const signs = constantFrom('"', '""', ',', '\n', '\r', '\r\n', ';', '\t', ' ', 'a', '漏', '\ufeff', '\\');
    assert(property(array(signs, { maxLength: 40 }), (all) => Array.isArray(readCsv(all.join('')))));
    assert(property(string(), (text) => Array.isArray(readCsv(text))));
  });

  it('gives back what was written by the rules', () => {
    const field = string({ unit: constantFrom('"', ',', '\n', '\r', ';', 'a', '漏', ' ') });
    assert(
      property(array(array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(readCsv(text, ',')).toEqual(rows);
      }),
    );
  });

  it.each([
    ['a,b;c,d', ','],
    ['a;b;c,d\n1,2,3,4,5', ';'],
    ['a\tb', '\t'],
    ['', ','],
  ])('%j is separated by %j', (text, sign) => {
    expect(separatorOf(text)).toBe(sign);
  });
});
