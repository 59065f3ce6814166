/** How the fields of a draft are called. */
export const draftFields = {
  options: ['选项', '選項', 'options'],
  audience: ['范围', '範圍', 'audience', 'for'],
  closes: ['截止', '截至', '截止日期', '截止时间', '截止時間', '期限', 'until', 'ends', 'deadline'],
  opens: ['开始', '開始', '时间', '時間', 'start', 'starts', 'begins'],
  rule: ['法定', '规则', '規則', 'rule', 'rules'],
  quorum: ['参与率', '參與率', 'quorum'],
  majority: ['通过比例', '通過比例', '同意比例', 'majority'],
  abstain: ['弃权', '棄權', 'abstentions'],
  goal: ['目标', '目標', '目标金额', '目標金額', 'goal'],
  households: ['户数', '戶數', '总户数', '總戶數', 'households'],
} as const;
export type DraftField = keyof typeof draftFields;
