import { describe, expect, it } from 'vitest';
import type { OutgoingContent } from '../channel/outgoing.ts';
import { isEmpty, render } from './render.ts';

const able = {
  buttons: true,
  reactions: true,
  edits: true,
  polls: true,
  mentions: true,
  recall: true,
  directChat: true,
  files: true,
  stableMessageIds: true,
};
const rows = [
  [{ id: 'take', label: '接单' }],
  [
    { id: 'pass', label: '转交' },
    { id: 'no', label: '不是事项' },
  ],
];

describe('a word in the form that a channel can show', () => {
  it.each<{ told: string; content: OutgoingContent; can?: Partial<typeof able>; isReply?: boolean; shown: object }>([
    { told: 'markup characters stay as written', content: { text: 'a_*[b](c)' }, shown: { text: 'a_*[b](c)' } },
    {
      told: 'choices become buttons',
      content: { text: '3号楼漏水', choices: rows },
      shown: { text: '3号楼漏水', choices: rows },
    },
    {
      told: 'choices that are buttons are not said',
      content: { text: '3号楼漏水', choices: rows },
      shown: { said: [] },
    },
    {
      told: 'without buttons they are numbered through all rows',
      content: { text: '3号楼漏水', choices: rows },
      can: { buttons: false },
      shown: {
        text: '3号楼漏水\n\n1 接单\n2 转交 · 3 不是事项',
        choices: [],
        said: [
          { say: '1', id: 'take', label: '接单' },
          { say: '2', id: 'pass', label: '转交' },
          { say: '3', id: 'no', label: '不是事项' },
        ],
      },
    },
    {
      told: 'a QR code goes along',
      content: { text: '请扫码', qr: 'https://example.org/x' },
      shown: { text: '请扫码', qr: 'https://example.org/x' },
    },
    {
      told: 'a QR code stays behind where files cannot be sent',
      content: { text: '请扫码', qr: 'https://example.org/x' },
      can: { files: false },
      shown: { text: '请扫码', qr: null },
    },
    {
      told: 'a reaction to a message',
      content: { text: '收到', reaction: '👌' },
      isReply: true,
      shown: { text: '', reaction: '👌' },
    },
    {
      told: 'a reaction to nothing is said',
      content: { text: '收到', reaction: '👌' },
      shown: { text: '收到', reaction: null },
    },
    {
      told: 'a reaction where nobody can react is said',
      content: { text: '收到', reaction: '👌' },
      can: { reactions: false },
      isReply: true,
      shown: { text: '收到', reaction: null },
    },
    { told: 'photos go along', content: { text: '', attachmentIds: ['x'] }, shown: { attachmentIds: ['x'] } },
    {
      told: 'photos stay behind where files cannot be sent',
      content: { text: '看图', attachmentIds: ['x'] },
      can: { files: false },
      shown: { text: '看图', attachmentIds: [] },
    },
  ])('$told', ({ content, can, isReply = false, shown }) => {
    expect(render(content, { ...able, ...can }, isReply)).toMatchObject(shown);
  });

  it('is empty when a channel can show none of it', () => {
    expect(isEmpty(render({ text: '', attachmentIds: ['x'] }, { ...able, files: false }, false))).toBe(true);
    expect(isEmpty(render({ text: '', attachmentIds: ['x'] }, able, false))).toBe(false);
  });
});
