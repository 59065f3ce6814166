import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../channel/testing/fake-channel.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';

const DAY = 86_400_000;
const SECRET = '楼长总在半夜放音乐';

let desk: DeskHarness;

async function ask(): Promise<void> {
  const lines = ['问卷 邻里关系', '1. 您和邻居相处如何？(1-5)', '2. 有什么困扰？', '3. 愿意调解吗？（愿意/不愿意）'];
  await desk.say('周经理', 'managers', [...lines, '匿名: 是', '截止: 7天'].join('\n'));
  const preview = desk.find('managers', '居民会看到');
  if (desk.channel.capabilities.buttons) await desk.press('周经理', 'managers', preview, '确认发布');
  else await desk.say('周经理', 'managers', '1', { replyTo: preview });
  await desk.pass(60_000);
}

/** Every row of every table in which these words stand, with the name of the table. */
async function rowsWith(words: string): Promise<{ table: string; row: string }[]> {
  const { db } = desk.database;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`;
  const found: { table: string; row: string }[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`,
      words,
    );
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}

const personId = async (name: string): Promise<string> =>
  (await desk.database.db.person.findFirstOrThrow({ where: { name } })).id;

describe.each([
  { told: 'by taps and words', buttons: true },
  { told: 'in words alone', buttons: false },
])('an anonymous questionnaire, answered $told', ({ buttons }) => {
  beforeEach(async () => {
    desk = await createDeskHarness({ channel: new FakeChannel({ capabilities: { buttons } }) });
    for (const who of ['李阿姨', '小陈']) await desk.say(who, who, '你好');
    await ask();
  });
  afterEach(() => desk.close());

  async function answer(who: string, words: string, willing: string): Promise<void> {
    await desk.say(who, who, '问卷1');
    if (buttons) await desk.press(who, who, desk.find(who, '相处如何'), '2');
    else await desk.say(who, who, '2');
    await desk.say(who, who, words, { id: `secret-${who}` });
    if (buttons) await desk.press(who, who, desk.find(who, '愿意调解'), willing);
    else await desk.say(who, who, willing);
  }

  it('leaves no row in any table that has the answer and who gave it, or when', async () => {
    await answer('李阿姨', SECRET, '愿意');
    await answer('小陈', '没有', '不愿意');
    const rows = await rowsWith(SECRET);
    expect(rows.map(({ table }) => table)).toEqual(['QuestionnaireResponse']);
    const row = rows[0]?.row ?? '';
    const held = JSON.parse(row) as Record<string, unknown>;
    expect(Object.keys(held).toSorted()).toEqual(['answers', 'id', 'personId', 'questionnaireId']);
    expect(held).toMatchObject({ personId: null, answers: { 1: 2, 2: SECRET, 3: [0] } });
    // Drawn by chance: an id that grows with the time would tell the order.
    expect(String(held['id'])[14]).toBe('4');
    expect(row).not.toContain(await personId('李阿姨'));
    const { db } = desk.database;
    expect(await db.questionnaireSession.count()).toBe(0);
    const participations = await rowsWith('"token"');
    // A household and a person each.
    expect(participations).toHaveLength(4);
    for (const { row: one } of participations) expect(one).not.toContain(await personId('李阿姨'));
    // Where questions branch, those that somebody was asked tell what they answered.
    const asked = { subject: 'questionnaire' as const, conversation: { kind: 'direct' as const } };
    const words = await db.outboxMessage.findMany({ where: asked, orderBy: { seq: 'asc' }, include: { sent: true } });
    const kept = words.filter(({ content }) => JSON.stringify(content) !== '{"text":""}');
    expect(words.length).toBeGreaterThan(kept.length);
    for (const { content, sent } of kept) {
      expect(JSON.stringify(content)).toContain('答完了');
      expect(sent.map(({ choices }) => choices)).toEqual([null]);
    }
    const said = await db.message.findMany({ where: { externalId: 'secret-李阿姨' }, include: { versions: true } });
    expect(said).toMatchObject([{ text: '', versions: [] }]);
    const theirs = await db.message.findMany({ where: { personId: await personId('李阿姨') } });
    expect([...new Set(theirs.map(({ text }) => text))].toSorted()).toEqual(['', '你好', '问卷1']);
    expect(desk.heard('李阿姨').join('\n')).not.toContain(SECRET);
  });

  it('says that it was answered, and not that it is over, when the last answer is pressed twice', async () => {
    await answer('李阿姨', '没有', '愿意');
    if (buttons) await desk.press('李阿姨', '李阿姨', desk.find('李阿姨', '愿意调解'), '愿意');
    else await desk.say('李阿姨', '李阿姨', '参加');
    expect(desk.heard('李阿姨').at(-1)).toContain('匿名问卷交了就不能改');
    expect(await desk.database.db.questionnaireResponse.count()).toBe(1);
  });

  it('keeps nothing of an answer that is changed on the platform afterwards', async () => {
    await answer('李阿姨', SECRET, '愿意');
    await desk.event({
      type: 'edit',
      key: 'e1',
      messageId: 'secret-李阿姨',
      text: `${SECRET}，还抽烟`,
      attachments: [],
      conversation: { externalId: '李阿姨', kind: 'direct', title: '李阿姨' },
      at: desk.clock.now().toISOString(),
      sender: desk.sender('李阿姨'),
    });
    expect(await rowsWith('还抽烟')).toEqual([]);
  });

  it('is answered once by each household, and neither changed nor answered again', async () => {
    await answer('李阿姨', SECRET, '愿意');
    await desk.say('李阿姨', '李阿姨', '问卷1');
    expect(desk.heard('李阿姨').at(-1)).toContain('匿名问卷交了就不能改');
    expect(await desk.database.db.questionnaireResponse.count()).toBe(1);
  });

  it('forgets by closing who has answered, and tells the managers what was said without personal data', async () => {
    await answer('李阿姨', `${SECRET}，电话 13812345678`, '愿意');
    await desk.say('小陈', '小陈', '问卷1');
    await desk.pass(8 * DAY);
    const { db } = desk.database;
    expect((await db.questionnaire.findFirstOrThrow()).tokenKey).toBeNull();
    // What somebody left unfinished is gone, too.
    expect(await db.questionnaireSession.count()).toBe(0);
    const results = desk.heard('managers').at(-1) ?? '';
    expect(results).toContain(SECRET);
    expect(results).not.toContain('13812345678');
    expect(results).not.toContain('李阿姨');
  });
});
