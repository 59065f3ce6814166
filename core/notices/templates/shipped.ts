import type { NoticeLevel } from '../../../prisma/generated/enums.ts';

/** A notice that was prepared in advance: its name and text by language. `{…}` is filled in when it is used. */
export interface Prepared {
  level: NoticeLevel;
  names: Record<string, string>;
  texts: Record<string, string>;
}

/** What every estate has to tell sooner or later; the community's own of the same name come before them. */
export const shippedTemplates: readonly Prepared[] = [
  {
    level: 'important',
    names: { 'zh-CN': '停水', 'zh-TW': '停水', en: 'no-water' },
    texts: {
      'zh-CN':
        '尊敬的业主：因{原因}，{时间}停水。请提前储水，关好水龙头。来水后先放一会儿再用，给您带来不便，敬请谅解。',
      'zh-TW': '親愛的住戶：因{原因}，{時間}停水。請提前儲水，關好水龍頭。來水後先放一會兒再使用，造成不便，敬請見諒。',
      en: 'Dear residents: there is no water {time}, because of {reason}. Please store some beforehand and close your taps. Let it run for a moment when it is back. We are sorry for the trouble.',
    },
  },
  {
    level: 'important',
    names: { 'zh-CN': '停电', 'zh-TW': '停電', en: 'no-power' },
    texts: {
      'zh-CN': '尊敬的业主：因{原因}，{时间}停电。停电前请不要乘电梯，请关掉正在使用的电器。给您带来不便，敬请谅解。',
      'zh-TW': '親愛的住戶：因{原因}，{時間}停電。停電前請勿搭乘電梯，並關閉使用中的電器。造成不便，敬請見諒。',
      en: 'Dear residents: there is no power {time}, because of {reason}. Please do not take the lift shortly before, and switch off what is running. We are sorry for the trouble.',
    },
  },
  {
    level: 'important',
    names: { 'zh-CN': '停气', 'zh-TW': '停氣', en: 'no-gas' },
    texts: {
      'zh-CN': '尊敬的业主：因{原因}，{时间}停气。请关好灶具和阀门；恢复后请先开窗，再打开使用。',
      'zh-TW': '親愛的住戶：因{原因}，{時間}停氣。請關好爐具和閥門；恢復後請先開窗，再開啟使用。',
      en: 'Dear residents: there is no gas {time}, because of {reason}. Please close your stove and the valve; when it is back, open a window first.',
    },
  },
  {
    level: 'routine',
    names: { 'zh-CN': '电梯检修', 'zh-TW': '電梯檢修', en: 'lift-service' },
    texts: {
      'zh-CN': '尊敬的业主：{楼栋}电梯{时间}检修，期间请走楼梯或使用另一部电梯。行动不便需要帮助的，请在群里说一声。',
      'zh-TW': '親愛的住戶：{樓棟}電梯{時間}檢修，期間請走樓梯或使用另一部電梯。行動不便需要協助的，請在群組裡說一聲。',
      en: 'Dear residents: the lift of {building} is serviced {time}. Please take the stairs or the other lift meanwhile. Whoever needs help, please tell us here.',
    },
  },
  {
    level: 'routine',
    names: { 'zh-CN': '消杀', 'zh-TW': '消毒', en: 'disinfection' },
    texts: {
      'zh-CN': '尊敬的业主：{时间}在{地点}进行消杀，药剂干透前请绕行，看好老人、孩子和宠物，请关好窗户。',
      'zh-TW': '親愛的住戶：{時間}在{地點}進行消毒，藥劑乾透前請繞行，看好長輩、孩子和寵物，請關好窗戶。',
      en: 'Dear residents: {place} is disinfected {time}. Until it has dried please keep away, with children and pets, and keep your windows closed.',
    },
  },
  {
    level: 'routine',
    names: { 'zh-CN': '水箱清洗', 'zh-TW': '水塔清洗', en: 'tank-cleaning' },
    texts: {
      'zh-CN': '尊敬的业主：{时间}清洗二次供水水箱，期间停水。请提前储水；恢复后先放一会儿再用，水质检测结果会公示。',
      'zh-TW': '親愛的住戶：{時間}清洗水塔，期間停水。請提前儲水；恢復後先放一會兒再使用，水質檢驗結果會公告。',
      en: 'Dear residents: the water tanks are cleaned {time}, and there is no water meanwhile. Please store some; let it run for a moment afterwards. The results of the test will be published.',
    },
  },
  {
    level: 'important',
    names: { 'zh-CN': '台风', 'zh-TW': '颱風', en: 'storm' },
    texts: {
      'zh-CN':
        '尊敬的业主：{时间}有大风强降雨。请收好阳台和窗台上的东西，关好门窗，车辆不要停在树下和低洼处，非必要不出门。',
      'zh-TW':
        '親愛的住戶：{時間}有強風豪雨。請收好陽台和窗台上的物品，關好門窗，車輛勿停在樹下和低窪處，非必要不外出。',
      en: 'Dear residents: strong wind and heavy rain are expected {time}. Please take things off balconies and sills, close doors and windows, do not park under trees or in low places, and stay in if you can.',
    },
  },
  {
    level: 'routine',
    names: { 'zh-CN': '防诈骗', 'zh-TW': '防詐騙', en: 'fraud' },
    texts: {
      'zh-CN':
        '温馨提示：近期有人以{手法}行骗。物业不会打电话要验证码或要您转账，接到这类电话请挂断，并告诉我们或拨打 96110。',
      'zh-TW':
        '溫馨提醒：近期有人以{手法}行騙。管理單位不會打電話索取驗證碼或要求轉帳，接到這類電話請掛斷，並告訴我們或撥打 165。',
      en: 'Please be careful: somebody tries to cheat people with {trick}. We never call to ask for codes or transfers. If you get such a call, hang up and tell us.',
    },
  },
  {
    level: 'routine',
    names: { 'zh-CN': '节日祝福', 'zh-TW': '節日祝福', en: 'festival' },
    texts: {
      'zh-CN': '{节日}到了，祝大家阖家安康、节日快乐！节日期间物业照常值班，有事请在群里说或私聊我。',
      'zh-TW': '{節日}到了，祝大家闔家安康、佳節愉快！節日期間照常值班，有事請在群組裡說或私訊我。',
      en: 'Happy {festival} to everybody! We are on duty as always: tell us here, or write to me directly.',
    },
  },
];
