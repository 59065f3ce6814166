/** https://core.telegram.org/bots/api#sendmessage: 1–4096 characters, counted as UTF-16 code units. */
export const TEXT_LIMIT = 4096;
/** https://core.telegram.org/bots/api#sendphoto */
export const CAPTION_LIMIT = 1024;
