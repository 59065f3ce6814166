import type { Danger } from '../../intake/danger/signs.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';
import { lines } from '../layout.ts';
import type { SafetyTexts } from './texts.ts';

/** After the advice of fire brigades, gas suppliers, lift inspectorates, the police and the Red Cross. */
const words: Record<Danger, (numbers: EmergencyNumbers) => string> = {
  'somebody shut in a lift': ({ fire, ambulance }) =>
    lines(
      '有人困在电梯里，请这样做：',
      '· 里面的人按警铃或对讲，说清楼栋和哪部梯；没人应就拨 ' + fire,
      '· 靠壁站稳，不扒门、不撬门、不爬顶窗；轿厢有通风，不会闷死',
      '· 外面的人也不要扒门，隔着门陪他说话',
      `· 里面有人不舒服、有伤，马上拨 ${ambulance}`,
    ),
  'gas in the air': ({ fire }) =>
    lines(
      '可能是燃气泄漏，请马上：',
      '· 不开也不关任何电器和灯，不点火，有火就灭掉，不在屋里打电话',
      '· 顺手能关就关燃气阀门，打开门窗',
      '· 走楼梯离开，叫上家人，拍门叫邻居，不按门铃，不坐电梯',
      `· 到室外安全的地方再拨 ${fire} 和燃气公司抢修电话`,
      '· 确认安全之前不要回去',
    ),
  'fire or smoke': ({ fire }) =>
    lines(
      '起火或冒烟，请马上：',
      '· 能走就走楼梯往下撤，弯低身子，手边有湿毛巾就捂口鼻，随手关门；不坐电梯，不回去拿东西',
      '· 楼道有浓烟就退回屋里，关紧门，湿布塞门缝，到窗边呼救',
      `· 一到安全处就拨 ${fire}，说清小区、楼栋、楼层、有没有人被困`,
      '· 电器着火不泼水；电动车、电池着火马上远离，人先走',
    ),
  'live electricity': ({ fire, ambulance }) =>
    lines(
      '可能带电，请马上：',
      '· 离开，不碰漏电的东西和旁边的水、铁架；掉下来的电线离开 10 米以上',
      '· 手干、脚下没有水，才去拉总闸',
      '· 有人触电：先断电，不要用手去拉他',
      `· 断电后拨 ${ambulance}；没有呼吸就一直做胸外按压。冒火花、冒烟拨 ${fire}`,
    ),
  'parts of the building falling': ({ fire, ambulance }) =>
    lines(
      '有东西从高处掉落，请马上：',
      '· 离开楼下和墙边，不围观、不捡、不停车，叫住要经过的人',
      '· 屋里的人离开松动的窗户和阳台',
      `· 有人受伤拨 ${ambulance}；有人被压、还在往下掉拨 ${fire}`,
    ),
  'a main pipe burst': ({ fire }) =>
    lines(
      '水管爆裂，请马上：',
      '· 水靠近插座、电器、电表箱的，先离开；手干、脚下没有水，才去拉电闸',
      '· 家里漏的，关家里的总水阀',
      '· 不坐电梯，不去进水的地下室和车库，水里不碰任何电器',
      `· 有人被困拨 ${fire}`,
    ),
  violence: ({ police, ambulance }) =>
    lines(
      '有人动手或行凶，请马上：',
      '· 先到安全的地方，锁好门，不上前、不争执、不围观',
      `· 拨 ${police}，说清在哪里、几个人、有没有凶器`,
      `· 有人受伤，安全时拨 ${ambulance}`,
      '· 不要在群里说自己躲在哪里',
    ),
  'somebody collapsed or hurt': ({ ambulance }) =>
    lines(
      '有人倒下或受伤，请马上：',
      `· 拨 ${ambulance}，说清楼栋楼层、人醒着没有、有没有呼吸，听接线员指导`,
      '· 叫不醒、没有正常呼吸：马上做胸外按压，不停，直到急救人员接手；有 AED 就拿来用',
      '· 大出血：用干净的布用力压住不松手',
      '· 摔伤的不要搬动；不喂水、不喂药',
      '· 请一个人去楼下接救护车、按住电梯',
    ),
  'a child in danger': ({ fire, police }) =>
    lines(
      '孩子有危险，请马上：',
      `· 在窗外、阳台边：拨 ${fire}；不要大声喊吓着孩子，有人从屋里轻声靠近抱住，楼下清出空地`,
      `· 锁在屋里、车里：拨 ${fire}；车里闷热、孩子没有反应，就砸开离孩子最远的车窗`,
      `· 走失：拨 ${police}，说清衣着和最后在哪里看见；门岗和附近的水边先找`,
    ),
  'somebody cannot be reached': ({ fire, police, ambulance }) =>
    lines(
      '家里的人联系不上，请马上：',
      `· 在门口的请敲门、喊名字；没有回应拨 ${police} 或 ${fire}，请他们开门`,
      '· 有燃气味：不按门铃、不开灯，离开门口再打电话',
      `· 听到呼救，或人倒在里面：同时拨 ${ambulance}`,
      '· 请把家属电话私聊告诉我们，不要发在群里',
    ),
};

export const safety = {
  safetyWords: (danger, numbers) => words[danger](numbers),
} satisfies SafetyTexts;
