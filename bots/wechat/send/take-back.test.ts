import { describe, expect, it } from 'vitest';
import { takeBack } from './take-back.ts';

/** A puppet that says this to the recall of each message. */
function puppetThat(answers: Record<string, boolean | Error>) {
  const asked: string[] = [];
  const messageRecall = async (id: string): Promise<boolean> => {
    asked.push(id);
    const answer = answers[id] ?? false;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, messageRecall };
}

describe('taking back what was said on WeChat', () => {
  it.each([
    { told: 'it is gone', answers: { a: true, b: true }, kind: undefined },
    { told: 'the two minutes are over', answers: { a: false, b: false }, kind: 'refused' },
    { told: 'a part of it stays', answers: { a: true, b: false }, kind: 'refused' },
    { told: 'this puppet cannot', answers: { a: new Error('not supported'), b: true }, kind: 'refused' },
    { told: 'something broke', answers: { a: new Error('internal error'), b: true }, kind: 'refused' },
    { told: 'nobody is logged in', answers: { a: new Error('not logged in') }, kind: 'logged_out' },
    { told: 'too fast', answers: { a: new Error('操作太频繁') }, kind: 'must_wait' },
  ])('$told: $kind', async ({ answers, kind }) => {
    expect((await takeBack(puppetThat(answers), Object.keys(answers), 1_000))?.kind).toBe(kind);
  });

  it('takes back what it can, although a part of it stays', async () => {
    const puppet = puppetThat({ a: false, b: true });
    await takeBack(puppet, ['a', 'b'], 1_000);
    expect(puppet.asked).toEqual(['a', 'b']);
  });

  it('does not wait for ever', async () => {
    const puppet = { messageRecall: () => new Promise<boolean>(() => {}) };
    expect(await takeBack(puppet, ['a'], 5)).toMatchObject({ kind: 'refused' });
  });
});
