/**
 * What makes a command of `活动` where it does not stand alone: a number, with what is to be done, or a draft with a line of fields.
 * "活动室的灯坏了", "活动 周末再说" are talk.
 */
export const activityFollows =
  /^[\s:#]*\d{1,4}[\s。.!]*$|^[\s:#]*\d{1,4}[\s:,]*(?:取消|签到|簽到|缺席|代报|代報|报名|報名|参加|參加|来不了|來不了|退出|cancel|attended|absent|enter|sign up|join)(?!\S*[?吗嗎])|^[\s:][^]*\n[\s·•*-]*(?:活动时间|活動時間|开始时间|開始時間|开始|開始|时间|時間|地点|地點|名额|名額|人数|人數|报名截止|報名截止|范围|範圍)(?:\s*:|[ \t]+\S)|^[\s:][^]*\n[\s·•*-]*(?:time|when|starts|place|places|venue|audience|sign-up until)\s*:/u;
