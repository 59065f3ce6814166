import { describe, expect, it } from 'vitest';
import { cleanFileName, isShownInline, recognise } from './upload.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const png = bytes(
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\0\x01\0\0\x05\0\x01',
);

describe('what was uploaded', () => {
  it.each([
    { told: 'a photo', name: 'a.png', content: png, kind: 'photo', mimeType: 'image/png' },
    {
      told: 'a photo that calls itself something else',
      name: 'a.html',
      content: png,
      kind: 'photo',
      mimeType: 'image/png',
    },
    {
      told: 'a web page',
      name: 'a.png',
      content: bytes('<script>1</script>'),
      kind: 'file',
      mimeType: 'application/octet-stream',
    },
    {
      told: 'a drawing that can run scripts',
      name: 'a.svg',
      content: bytes('<svg onload="1"/>'),
      kind: 'file',
      mimeType: 'application/octet-stream',
    },
    { told: 'a document', name: 'a.pdf', content: bytes('%PDF-1.7\n'), kind: 'file', mimeType: 'application/pdf' },
    { told: 'nothing at all', name: 'a.jpg', content: bytes(''), kind: 'file', mimeType: 'application/octet-stream' },
  ])('is known by its bytes: $told', async ({ name, content, kind, mimeType }) => {
    expect(await recognise(name, content)).toMatchObject({ kind, mimeType });
  });

  it.each([
    ['照片.jpg', '照片.jpg'],
    ['C:\\Users\\li\\a.jpg', 'a.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['', 'file'],
    [`${'长'.repeat(200)}.jpg`, `${'长'.repeat(116)}.jpg`],
  ])('has a plain name: %j', (name, plain) => {
    expect(cleanFileName(name)).toBe(plain);
  });

  it.each([
    ['image/jpeg', true],
    ['audio/ogg', true],
    ['image/svg+xml', false],
    ['text/html', false],
    ['application/pdf', false],
  ])('%s is shown in the page: %s', (mimeType, shown) => {
    expect(isShownInline(mimeType)).toBe(shown);
  });
});
