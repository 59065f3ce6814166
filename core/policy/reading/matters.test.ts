import { describe, expect, it } from 'vitest';
import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Matter } from '../limits.ts';
import { groupMatters } from './matters.ts';

const chinese = textsFor('zh-CN');
const said = (valueOf: (matter: Matter) => string): string[] =>
  groupMatters(valueOf).map(({ value, scope }) => `${chinese.matters(scope)}=${value}`);

describe('matters of which the same is said', () => {
  it.each<[string, (matter: Matter) => string, string[]]>([
    ['everything is one, and needs no name', () => 'x', ['=x']],
    [
      'emergencies come first',
      ({ urgency }) => (urgency === 'emergency' ? 'now' : 'later'),
      ['紧急情况=now', '=later'],
    ],
    ['one kind apart', ({ kind }) => (kind === 'repair' ? '1' : '2'), ['报修=1', '投诉、建议、咨询、表扬=2']],
    [
      'what is urgent comes after the ordinary',
      ({ kind, urgency }) => (kind === 'repair' && urgency === 'high' ? '1' : '2'),
      ['报修=2', '投诉、建议、咨询、表扬=2', '报修（加急）=1'].toSorted(),
    ],
    [
      'an area apart is named, and the others by it',
      ({ area }) => (area === 'parking' ? '1' : '2'),
      ['所有事项（停车除外）=2', '所有事项（停车）=1'],
    ],
  ])('%s', (_told, valueOf, expected) => {
    const outcome = said(valueOf);
    expect(expected.length > 2 ? outcome.toSorted() : outcome).toEqual(expected);
  });

  it('each matter is in exactly one group', () => {
    const groups = groupMatters(
      ({ kind, area, urgency }) => `${kind.length % 2}${area.length % 3}${urgency.length % 2}`,
    );
    const size = groups.reduce(
      (sum, { scope }) => sum + scope.kinds.length * scope.urgencies.length * scope.areas.length,
      0,
    );
    const all = Object.values(Kind).length * Object.values(Urgency).length * Object.values(Area).length;
    expect(size).toBe(all);
  });
});
