import type { OutgoingFile } from '../channel/outgoing.ts';

/** Large enough for a phone to read it off another phone's screen. */
const PIXELS_PER_MODULE = 8;

/** A picture of a QR code, made when its bytes are asked for. What it says may be a key: it is kept nowhere else. */
export const qrPicture = (says: string): OutgoingFile => ({
  kind: 'photo',
  fileName: 'qr.png',
  mimeType: 'image/png',
  ref: null,
  async bytes() {
    // Rarely needed, and therefore not loaded before.
    const { toBuffer } = await import('qrcode');
    return toBuffer(says, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: PIXELS_PER_MODULE });
  },
});
