/** Receipts of notices, and questions about them (P8b, P8c); a part of `Texts`. */
export type ReceiptTexts = Record<never, never>;
