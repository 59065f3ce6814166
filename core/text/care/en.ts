import type { CareTexts } from './texts.ts';

export const care = {} satisfies CareTexts;
