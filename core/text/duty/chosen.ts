import { z } from 'zod';

interface ChosenWords {
  reasons: Readonly<Record<string, string | null>>;
  hindrances: Readonly<Record<string, string>>;
  open: string;
  close: string;
  /** Between the reason and those who were passed over. */
  stop: string;
  /** Between one who was passed over and the next. */
  comma: string;
}

const assigned = z.object({
  why: z.string().catch(''),
  passedOver: z.array(z.object({ name: z.string(), why: z.string() })).catch([]),
});

/** In a language: why somebody was put in charge, and who was passed over, from what an `assigned` event holds. */
export const chosenIn =
  ({ reasons, hindrances, open, close, stop, comma }: ChosenWords) =>
  (data: Record<string, unknown>): string => {
    const { why, passedOver } = assigned.parse(data);
    const others = passedOver.map((one) => `${one.name} ${hindrances[one.why] ?? one.why}`).join(comma);
    const said = [reasons[why], others].filter(Boolean).join(stop);
    return said === '' ? '' : `${open}${said}${close}`;
  };
