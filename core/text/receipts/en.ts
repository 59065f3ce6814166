import type { ReceiptTexts } from './texts.ts';

export const receipts = {} satisfies ReceiptTexts;
