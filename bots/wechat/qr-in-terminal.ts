import { toString } from 'qrcode';

/** A QR code of that text, in characters for a terminal: dark on light, whatever colours the terminal has. */
export function qrInTerminal(text: string): Promise<string> {
  return toString(text, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
}
