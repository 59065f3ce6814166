import { describe, expect, it } from 'vitest';
import type { OutgoingFile, OutgoingMessage } from '../../core/channel/outgoing.ts';
import { planSteps } from './plan.ts';

const file = (kind: OutgoingFile['kind']): OutgoingFile => ({
  kind,
  fileName: null,
  mimeType: null,
  ref: 'known',
  bytes: () => Promise.resolve(new Uint8Array()),
});

const message = (some: Partial<OutgoingMessage>): OutgoingMessage => ({
  conversationId: '-1',
  sendKey: 'k',
  text: '',
  choices: [],
  files: [],
  replyToId: null,
  editId: null,
  reaction: null,
  poll: null,
  recallIds: [],
  ...some,
});

const choices = [[{ id: 'take', label: '接单' }]];
const poll = { question: '办哪个？', options: ['粽子', '电影'], several: false };
const photos = (count: number): OutgoingFile[] => Array.from({ length: count }, () => file('photo'));

describe('the calls that say a message', () => {
  it.each<{ told: string; some: Partial<OutgoingMessage>; kinds: string[] }>([
    { told: 'words', some: { text: '您好' }, kinds: ['text'] },
    { told: 'words as long as may be', some: { text: '长'.repeat(4_096), choices }, kinds: ['text +choices'] },
    { told: 'words one longer', some: { text: '长'.repeat(4_097), choices }, kinds: ['text', 'text +choices'] },
    { told: 'long words', some: { text: '长'.repeat(5_000), choices }, kinds: ['text', 'text +choices'] },
    { told: 'a photo with words', some: { text: '看', files: photos(1), choices }, kinds: ['file +caption +choices'] },
    { told: 'a photo without words', some: { files: photos(1) }, kinds: ['file'] },
    {
      told: 'a photo with words too long to stand under it',
      some: { text: '长'.repeat(1_025), files: photos(1), choices },
      kinds: ['file', 'text +choices'],
    },
    { told: 'an album with words', some: { text: '看', files: photos(3) }, kinds: ['album +caption'] },
    {
      told: 'an album with choices',
      some: { text: '看', files: photos(3), choices },
      kinds: ['album', 'text +choices'],
    },
    { told: 'eleven photos', some: { files: photos(11) }, kinds: ['album', 'file'] },
    {
      told: 'photos, documents and a voice',
      some: { text: '看', files: [file('file'), ...photos(2), file('file'), file('voice')] },
      kinds: ['album', 'album', 'file', 'text'],
    },
    { told: 'a change', some: { text: '已接单', editId: '-1:5', choices }, kinds: ['edit +choices'] },
    {
      told: 'a change into long words',
      some: { text: '长'.repeat(5_000), editId: '-1:5', choices },
      kinds: ['edit', 'text +choices'],
    },
    { told: 'a reaction', some: { text: '收到', reaction: '👌', replyToId: '-1:5' }, kinds: ['react'] },
    { told: 'a reaction to nothing', some: { text: '收到', reaction: '👌' }, kinds: ['text'] },
    { told: 'a poll below its words', some: { text: '活动。\n办哪个？', choices, poll }, kinds: ['text', 'poll'] },
    { told: 'a poll whose words are its question', some: { text: '办哪个？', choices, poll }, kinds: ['poll'] },
    {
      told: 'a poll with a question as long as may be',
      some: { text: '活动', choices, poll: { ...poll, question: '长'.repeat(300) } },
      kinds: ['text', 'poll'],
    },
    {
      told: 'a poll with a question one longer',
      some: { text: '活动', choices, poll: { ...poll, question: '长'.repeat(301) } },
      kinds: ['text +choices'],
    },
    {
      told: 'a poll with an option that is too long',
      some: { text: '活动', choices, poll: { ...poll, options: ['长'.repeat(101), '短'] } },
      kinds: ['text +choices'],
    },
    { told: 'taking back', some: { text: '已撤回', recallIds: ['-1:5', '-1:6'] }, kinds: ['recall', 'recall'] },
    { told: 'nothing', some: { text: ' \n' }, kinds: [] },
  ])('$told: $kinds', ({ some, kinds }) => {
    const told = planSteps(message(some)).map((step) => {
      const caption = 'caption' in step && step.caption !== '' ? ' +caption' : '';
      const buttons = 'choices' in step && step.choices.length > 0 ? ' +choices' : '';
      return `${step.kind}${caption}${buttons}`;
    });
    expect(told).toEqual(kinds);
  });
});
