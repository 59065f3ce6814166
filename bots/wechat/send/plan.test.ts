import { describe, expect, it } from 'vitest';
import type { OutgoingFile } from '../../../core/channel/outgoing.ts';
import { fileNameOf, inWords, planSteps } from './plan.ts';
import { TEXT_LIMIT } from '../translate/limits.ts';

const file = (some: Partial<OutgoingFile> = {}): OutgoingFile => ({
  kind: 'photo',
  fileName: null,
  mimeType: null,
  ref: null,
  bytes: () => Promise.resolve(new Uint8Array()),
  ...some,
});

describe('a message as WeChat takes it', () => {
  it('says the words after the pictures', () => {
    const steps = planSteps({ text: '修好了', files: [file(), file()] });
    expect(steps.map((step) => step.kind)).toEqual(['file', 'file', 'text']);
  });

  it('says a long text in parts, of which only the first may carry a quote', () => {
    const steps = planSteps({ text: '长'.repeat(2 * TEXT_LIMIT + 1), files: [] });
    expect(steps).toMatchObject([{ first: true }, { first: false }, { first: false, text: '长' }]);
  });

  it('is nothing when there is nothing to say', () => {
    expect(planSteps({ text: ' \n', files: [] })).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    { told: 'keeps its name', is: file({ kind: 'file', fileName: '公告.pdf' }), name: '公告.pdf' },
    {
      told: 'gets an ending, by which it is shown as a picture',
      is: file({ mimeType: 'image/png' }),
      name: 'photo.png',
    },
    { told: 'gets the usual ending', is: file({ fileName: '漏水' }), name: '漏水.jpg' },
    { told: 'that is a voice message', is: file({ kind: 'voice', mimeType: 'audio/ogg' }), name: 'voice.ogg' },
    { told: 'of which nothing is known', is: file({ kind: 'file' }), name: 'file.bin' },
  ])('$told: $name', ({ is, name }) => {
    expect(fileNameOf(is)).toBe(name);
  });

  it('stands in quotes as the apps show it', () => {
    expect([inWords('photo', null), inWords('file', '公告.pdf'), inWords('file', null)]).toEqual([
      '[图片]',
      '[文件]公告.pdf',
      '[文件]',
    ]);
  });
});
