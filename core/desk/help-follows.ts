const telling =
  '通知|模板|範本|标签|標籤|公示|预案|預案|演练|演練|关怀|關懷|缴费|繳費|未发|未發|notices?|templates?|tags?|publications?|(?:emergency )?plans?|drills?|care|fees|held back|telling';
const asking =
  '问卷|問卷|表决|表決|征求意见|徵求意見|认捐|認捐|活动|活動|接龙|接龍|建议|建議|知识库|知識庫|questionnaires?|votes?|consultations?|pledges?|activit(?:y|ies)|suggestions?|faq|asking';
/** Words of which the page about telling residents is asked for, folded. */
export const onTelling = new RegExp(`^[\\s:,]*(?:${telling})[\\s。.!~?]*$`);
/** … and the page about asking them. */
export const onAsking = new RegExp(`^[\\s:,]*(?:${asking})[\\s。.!~?]*$`);

/** What makes a command of `帮助` where it does not stand alone: one of the words that it has a page for. */
export const helpFollows = new RegExp(`${onTelling.source}|${onAsking.source}`);
