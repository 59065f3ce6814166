import { afterAll, describe, expect, it } from 'vitest';
import { checkModel } from './check-model.ts';
import { answering, saying, startFakeModelServer, status, type Behaviour } from './testing/fake-model-server.ts';

describe('the doctor looks at the language model, and finds', async () => {
  const server = await startFakeModelServer();
  afterAll(() => server.close());
  const look = (behaviour: Behaviour) => {
    server.behave(behaviour);
    return checkModel({ url: server.url, model: 'small', key: 'sk-hunter2', extra: {} });
  };

  it('that none is configured', async () => {
    expect(await checkModel(null)).toMatchObject({ kind: 'unused', says: expect.stringContaining('LINLI_LLM_URL') });
  });

  it('that it answers as it is asked to, whatever it thinks', async () => {
    expect(await look(answering({ matter: false }))).toMatchObject({
      kind: 'well',
      says: expect.stringMatching(/^small answered in \d+ ms$/),
    });
  });

  it.each<{ told: string; behaviour: Behaviour; says: string; mend: string }>([
    { told: 'that the key is wrong', behaviour: status(401), says: 'refused (status 401)', mend: 'LINLI_LLM_KEY' },
    { told: 'that it is busy', behaviour: status(503, { 'retry-after': '90' }), says: 'busy', mend: 'Try again later' },
    { told: 'that nobody is there', behaviour: (r) => void r.destroy(), says: 'unreachable', mend: 'LINLI_LLM_URL' },
    { told: 'that it chats', behaviour: saying(() => '灯坏了呀'), says: 'not as it is asked to', mend: 'JSON schema' },
    { told: 'another kind of server', behaviour: status(200, {}, '<html>'), says: 'misfit', mend: 'JSON schema' },
  ])('$told', async ({ behaviour, says, mend }) => {
    const finding = await look(behaviour);
    expect(finding).toMatchObject({
      kind: 'ill',
      says: expect.stringContaining(says),
      mend: expect.stringContaining(mend),
    });
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });
});
