import { createRequire } from 'node:module';

/** Common characters that are written so in Traditional Chinese only. One of them in a text is enough to convert it. */
const traditionalOnly =
  /[個們這說為會來時後國對過還沒樓電門車場樹燈壞開關點問題請謝業費處務園區單號層間廁廚無嘅咗唔啲嚟邊樣錢買賣繳賬證辦員長聲聽見覺氣熱濕積髒亂響聞異護網線報換舊鐵鎖鑰釘銹鏽閘閥頂牆滲擋擠險煙燒傷廢紙鴿貓雞雙兩萬與從應該讓願歡樂戲遊動麼𨋢暈瀉斬觸墜搶嗆錯係頭漢蘇媽爺嗎給識認緊隻嚇驚趕陣塊獨斷盡賊竊槍擊毆滅壓闖縫鋼話讀語飯館麵湯餅雲風飛鳥魚馬龍東愛發當親戶產鄰幫幾豐寶貨貴價銀鈴鏡鑽閂閉閃陽陰隊階難離雜靜順預領額顏類顧顯飲餓駛騎驗體鬆鬧鮮鹹麗黃齊齒壯夠夾婦孫學寧實寫將專導屬島廣廠廳張彈強彎復憂懶懷戰擔據擇攝敗敵數晝曬書條棄極標機權歲歷殘殺決況洩淚淨減測湧準溝溫滿潔澆灑灣烏煩爐爛爭狀獎獲環現畫盤監眾睏碼禮種稱穩簡籃紀約納級細終組結絕統經綠維練總績續罰羅義習聖聯職脫腦臉臨舉興蟲補裝製規視觀計訂記設許訴診試誤誰課調談論議譯豬負財貼資賞質賠購贈跡軟較載輕輛輪輸轉農運達違遠適遲選遺郵鄉針銷錄鏈閒陳陸隨隱塢鄧劉葉傑搖擺擾攔撐揀執勸劃勞勢協參圖團圍墊夢嬰帳幹庫彙徑惡慘懸]/u;

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
