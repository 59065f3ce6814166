import { createRequire } from 'node:module';

/** Common characters that are written so in Traditional Chinese only. One of them in a text is enough to convert it. */
const traditionalOnly =
  /[個們這說為會來時後國對過還沒樓電門車場樹燈壞開關點問題請謝業費處務園區單號層間廁廚無嘅咗唔啲嚟邊樣錢買賣繳賬證辦員長聲聽見覺氣熱濕積髒亂響聞異護網線報換舊鐵鎖鑰釘銹鏽閘閥頂牆滲擋擠險煙燒傷廢紙鴿貓雞雙兩萬與從應該讓願歡樂戲遊動麼𨋢暈瀉斬觸墜搶嗆]/u;

type Converter = (text: string) => string;
let converter: Converter | undefined;

/** The dictionaries take 20 ms and 10 MB: loaded when the first text needs them. */
function load(): Converter {
  const opencc = createRequire(import.meta.url)('opencc-js/t2cn') as {
    Converter(options: { from: string; to: string }): Converter;
  };
  return opencc.Converter({ from: 't', to: 'cn' });
}

/** The same text in Simplified characters. Words stay as the region says them: 冷氣 becomes 冷气, not 空调. */
export function simplify(text: string): string {
  if (!traditionalOnly.test(text)) return text;
  converter ??= load();
  return converter(text).replaceAll('䢂', '电梯').replaceAll('𨋢', '电梯');
}
