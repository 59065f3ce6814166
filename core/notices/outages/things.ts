/** What a notice can tell is out, and a resident can miss. */
export const outageThings = [
  ...(['water', 'hot_water', 'power', 'gas', 'heating', 'lift', 'network', 'door', 'barrier', 'aircon'] as const),
] as const;
export type OutageThing = (typeof outageThings)[number];

/** How a notice calls a thing, by what it says of its stopping; all in normalised text (core/intake/normalise.ts). */
interface Announced {
  /** These words alone say that it is out: "停水". */
  stops?: RegExp;
  /** The thing, which is out where works are told of in the same clause: "电梯 … 检修". */
  thing: RegExp;
  /** The works that stop it; the usual ones where it is left out. */
  works?: RegExp;
}

const stopping =
  /停止|暂停|中断|停用|停运|关闭|切断|受影响|无法使用|不能使用|没有|\b(?:off|out|cut|shut|interrupt\w*|suspend\w*|unavailable|stop(?:s|ped)?|outage|disrupt\w*|disconnect\w*)\b|shutdown|shut-off/;
const works =
  /停止|暂停|中断|停用|停运|停梯|关闭|检修|维修|抢修|维保|保养|维护|年检|检验|更换|大修|施工|故障|升级|割接|调试|out of (?:service|order)|\b(?:off|down|shut|closed|suspended|unavailable|interrupted|maintenance|servic(?:e|ed|ing)|inspect\w*|repair\w*|replac\w*|upgrad\w*|works?|fault\w*|outage|interruption|stopp?\w*)\b/;

/** What is told of in these words is out now, even where no time is said. */
export const nowWords =
  /正在|目前|现在|现已|现因|刚刚|突发|突然|临时|紧急|故障|停用|停运|抢修|爆管|已停|\b(?:now|currently|at present|at the moment|sudden\w*|burst|fault\w*|emergency)\b|out of (?:service|order)/;

const announced: Record<OutageThing, Announced> = {
  water: {
    stops:
      /(?<!热)停[了咗]?(?:自来|食|咸|生活|冷)?水(?!果|泥|平|准|电费)|断水|停水停电|no (?:running )?water|water (?:outage|cut)/,
    thing: /供水|用水|自来水|食水|咸水|冲厕水|生活水|(?<!hot )water(?! heater)/,
    works: stopping,
  },
  hot_water: { stops: /停热水|没有热水|no hot water/, thing: /热水|hot water/, works },
  power: {
    stops: /停[了咗]?电(?!梯|视|瓶|动|费)|断电|停水停电|no (?:power|electricity)|power (?:outage|cut)|blackout/,
    thing: /供电|用电|电力|(?<!water |network )\bpower\b|electricity/,
    works: stopping,
  },
  gas: {
    stops: /停(?:燃|煤|天然)?气(?!温)|no gas|gas (?:outage|cut)/,
    thing: /供气|燃气|煤气|天然气|石油气|\bgas\b/,
    works: stopping,
  },
  heating: { stops: /停暖|停止供[暖热]|no heating/, thing: /供暖|供热|暖气|地暖|采暖|\bheating\b/, works },
  lift: { stops: /停梯/, thing: /电梯|升降机|客梯|货梯|扶梯|\blifts?\b|elevators?/ },
  network: {
    stops: /断网|停网|no (?:internet|network)/,
    thing: /网络|宽带|wifi|wi-fi|光纤|无线|internet|broadband|\bnetwork\b/,
  },
  door: {
    thing:
      /门禁|单元门|大门|自动门|对讲|人行门|刷脸|\b(?:entrance|front|lobby) doors?\b|door access|intercom|entry system/,
  },
  barrier: {
    thing:
      /道闸|车闸|闸机|车牌识别|车库(?:出入口|入口|出口|门)|停车场(?:入口|出口|出入口)|barriers?|boom gate|garage (?:door|gate|entrance)/,
  },
  aircon: { stops: /停冷气/, thing: /中央空调|空调|冷气|air[- ]?con\w*/ },
};

/** Clauses that tell of what may be, is over, or does not come, and of no outage. */
const noOutage =
  /以免|防止|避免|如遇|如果|倘|若(?!干)|一旦|万一|欠费|逾期|未缴|不缴|取消|改期|延期至|不(?:会|再)?停[水电气暖]|不影响|不受影响|已(?:经|全部|于.{0,12})?恢复|恢复正常|征求|意见|投票|表决|招标|维修(?:资|基)金|\b(?:if|in case|unless|avoid|prevent|cancel\w*|overdue|unpaid|no longer|vote|survey|tender)\b|(?:been|is|are) (?:restored|back)|will not be|not affected/;

/** A notice in clauses, so that the works of one thing are not taken for another's. */
export const clausesOf = (text: string): string[] =>
  text.split(/[。！!；;\n]|\.(?=\s|$)/).filter((clause) => clause.trim() !== '');

/** The things that a clause of a notice tells are out. */
export function announcedIn(clause: string): OutageThing[] {
  if (noOutage.test(clause)) return [];
  return outageThings.filter((name) => {
    const { stops, thing, works: by = works } = announced[name];
    // "no hot water" is no word about cold.
    const said = name === 'water' ? clause.replaceAll(/热水|hot water/g, '') : clause;
    return stops?.test(said) || (thing.test(said) && by.test(said));
  });
}
