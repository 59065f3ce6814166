import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readChats, readLines } from './read-training.ts';

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-training-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('single lines to learn from', () => {
  it('are what they are labelled as, or nothing', () => {
    const folder = folderOf({
      'b.txt': '-\t早上好\n',
      'a.txt': '# lifts\n\nrepair/facilities/high\t电梯停了\n',
      'a.md': 'no line of it',
    });
    expect(readLines(folder)).toEqual([
      { text: '电梯停了', matter: { kind: 'repair', area: 'facilities', urgency: 'high' } },
      { text: '早上好', matter: null },
    ]);
  });

  it.each([
    ['repair/facilities/normal 电梯停了', 'has no label, a tab and words'],
    ['repair/facilities/normal\t ', 'has no label, a tab and words'],
    ['repair/lifts/normal\t电梯停了', 'is neither "-" nor kind/area/urgency'],
    ['repair\t电梯停了', 'is neither "-" nor kind/area/urgency'],
  ])('are refused with the file and what is wrong: %j', (line, problem) => {
    expect(() => readLines(folderOf({ 'a.txt': line }))).toThrow(new RegExp(`a\\.txt.*${problem}`));
  });
});

it('a labelled chat without its history is refused by name', () => {
  expect(() => readChats(folderOf({ 'x.labels.json': '{}' }))).toThrow('x.json');
});

it('chats of plain talk count more than once', () => {
  const labels = JSON.stringify({
    community: { name: '', buildings: [], staff: [], locale: 'en' },
    tickets: [],
    either: [],
  });
  const history = JSON.stringify({ name: 'Garden', type: 'private_group', id: 1, messages: [] });
  const folder = folderOf({
    'plain-1.json': history,
    'plain-1.labels.json': labels,
    'other.json': history,
    'other.labels.json': labels,
  });
  const [other, plain] = readChats(folder);
  expect([other?.name, plain?.name]).toEqual(['other', 'plain-1']);
  expect(plain?.counts).toBeGreaterThan(other?.counts ?? 0);
});
