import type { Danger } from '../../intake/danger/signs.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';
import { lines } from '../layout.ts';
import type { SafetyTexts } from './texts.ts';

/** After the advice of fire brigades, gas suppliers, lift inspectorates, the police and the Red Cross. */
const words: Record<Danger, (numbers: EmergencyNumbers) => string> = {
  'somebody shut in a lift': ({ fire, ambulance }) =>
    lines(
      '有人困在電梯裡，請這樣做：',
      '· 裡面的人按警鈴或對講機，說清楚棟別和哪部電梯；沒人回應就撥 ' + fire,
      '· 靠壁站穩，不扒門、不撬門、不爬頂窗；車廂有通風，不會悶死',
      '· 外面的人也不要扒門，隔著門陪他說話',
      `· 裡面有人不舒服、受傷，立刻撥 ${ambulance}`,
    ),
  'gas in the air': ({ fire }) =>
    lines(
      '可能是瓦斯（煤氣）外洩，請立刻：',
      '· 不開也不關任何電器和燈，不點火，有火就熄掉，不在屋內打電話',
      '· 順手能關就關瓦斯開關，打開門窗',
      '· 走樓梯離開，叫上家人，拍門叫鄰居，不按門鈴，不搭電梯',
      `· 到室外安全的地方再撥 ${fire} 和瓦斯（煤氣）公司緊急電話`,
      '· 確認安全之前不要回去',
    ),
  'fire or smoke': ({ fire }) =>
    lines(
      '起火或冒煙，請立刻：',
      '· 往下的樓梯沒有煙就往下逃，壓低身子，隨手關門；不搭電梯，不回去拿東西',
      '· 樓梯間有濃煙就退回屋內，關緊門，用濕布塞住門縫，到窗邊呼救',
      `· 一到安全的地方就撥 ${fire}，說清楚社區、棟別、樓層、有沒有人受困`,
      '· 電器起火不潑水；電動車、電池起火立刻遠離，人先走',
    ),
  'live electricity': ({ fire, ambulance }) =>
    lines(
      '可能帶電，請立刻：',
      '· 離開，不碰漏電的東西和旁邊的水、鐵架；掉下來的電線離開 10 公尺以上',
      '· 手是乾的、腳下沒有水，才去切總開關',
      '· 有人觸電：先斷電，不要用手去拉他',
      `· 斷電後撥 ${ambulance}；沒有呼吸就一直做胸外按壓。冒火花、冒煙撥 ${fire}`,
    ),
  'parts of the building falling': ({ fire, ambulance }) =>
    lines(
      '有東西從高處掉落，請立刻：',
      '· 離開樓下和牆邊，不圍觀、不撿、不停車，叫住要經過的人',
      '· 屋裡的人離開鬆動的窗戶和陽台',
      `· 有人受傷撥 ${ambulance}；有人被壓、還在往下掉撥 ${fire}`,
    ),
  'a main pipe burst': ({ fire }) =>
    lines(
      '水管爆裂，請立刻：',
      '· 水靠近插座、電器、電表箱的，先離開；手是乾的、腳下沒有水，才去切電源',
      '· 家裡漏的，關家裡的總水閥',
      '· 不搭電梯，不去進水的地下室和車庫，水裡不碰任何電器',
      `· 有人受困撥 ${fire}`,
    ),
  violence: ({ police, ambulance }) =>
    lines(
      '有人動手傷人，請立刻：',
      '· 先到安全的地方，鎖好門，不上前、不爭執、不圍觀',
      `· 撥 ${police}，說清楚在哪裡、幾個人、有沒有武器`,
      `· 有人受傷，安全時撥 ${ambulance}`,
      '· 不要在群組裡說自己躲在哪裡',
    ),
  'somebody collapsed or hurt': ({ ambulance }) =>
    lines(
      '有人倒下或受傷，請立刻：',
      `· 撥 ${ambulance}，說清楚棟別樓層、人醒著沒有、有沒有呼吸，聽接線員指導`,
      '· 叫不醒、沒有正常呼吸：立刻做胸外按壓，不停，直到急救人員接手；有 AED 就拿來用',
      '· 大出血：用乾淨的布用力壓住不放手',
      '· 摔傷的不要搬動；不餵水、不餵藥',
      '· 請一個人去樓下接救護車、按住電梯',
    ),
  'a child in danger': ({ fire, police }) =>
    lines(
      '孩子有危險，請立刻：',
      `· 在窗外、陽台邊：撥 ${fire}；不要大聲喊嚇到孩子，有人從屋裡輕聲靠近抱住，樓下清出空地`,
      `· 鎖在屋裡、車裡：撥 ${fire}；車裡悶熱、孩子沒有反應，就砸開離孩子最遠的車窗`,
      `· 走失：撥 ${police}，說清楚衣著和最後在哪裡看見；門口和附近的水邊先找`,
    ),
  'somebody cannot be reached': ({ fire, police, ambulance }) =>
    lines(
      '家裡的人聯絡不上，請立刻：',
      `· 在門口的請敲門、喊名字；沒有回應撥 ${police} 或 ${fire}，請他們開門`,
      '· 有瓦斯（煤氣）味：不按門鈴、不開燈，離開門口再打電話',
      `· 聽到呼救，或人倒在裡面：同時撥 ${ambulance}`,
      '· 請把家屬電話私訊告訴我們，不要發在群組裡',
    ),
};

export const safety = {
  safetyWords: (danger, numbers) => words[danger](numbers),
} satisfies SafetyTexts;
