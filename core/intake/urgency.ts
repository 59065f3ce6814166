import type { Analysis } from './analysis.ts';
import { dangerIn } from './danger/danger.ts';
import type { Urgency } from './understanding.ts';

/** That something cannot wait is believed from here on, 0 to 1, where no word says it. */
export const HIGH_FROM = 0.5;

/** Somebody for whom waiting is worse than for others. */
const vulnerable =
  /月子|坐月|新生儿|婴儿|宝宝才|二十天|孕妇|怀孕|轮椅|残疾|行动不便|做完.{0,4}手术|膝盖手术|心脏病|老太太|老人家|婆婆|[89]\d\s*(?:岁|了)|\d{2}岁一个人|一个人住|我一个人弄|独居|药要放|wheelchair|disabled|elderly|newborn|pregnant|baby|infant|oxygen|insulin|lives alone|[89]\d.year|surgery/;
const whole =
  /整(?:个|层|栋|座|单元|楼)|全(?:单元|楼|栋|层|黑|座|都没)|成(?:座|层|栋)|都没(?:水|电)|我们单元.{0,4}没|两部(?:电)?梯都|两台.{0,6}都|部(?:𨋢|升降机|lift)都|就我们\d|\d+楼没[水电]|单元停电|单元又黑|没水了|一滴都莫?没?[得]?|没电了|停电了|whole (?:building|floor|block|tower)|entire (?:building|floor|block|tower)|both (?:lifts|elevators)|all (?:the )?(?:lifts|elevators)|no (?:water|power|electricity|heat|heating|hot water)|(?:water|power|electricity)(?:'s| is| has| has been)? (?:out|off|gone)/;
const inside =
  /漫到|淌到|淌起|水帘洞|滋水|飙水|往屋里|反脏水|往外冒|顺着灯座|沙发都漂|接满了|水浸|湿到|打湿完|天花板.{0,8}(?:滴|漏|掉)|pouring (?:into|through|in|from|down)|water (?:coming|running|pouring|gushing|dripping|leaking) (?:through|into|in|from|down)|through (?:the|my|our) (?:ceiling|light)|flood(?:ing|ed)? (?:my|our|the (?:kitchen|bathroom|flat|apartment|hall))|soaked|ceiling is (?:leaking|dripping)/;
/** What can be waited for although many are without it. */
const mayWait = /灯|车位|快递|wifi|宽带|泥水|黄|brown|parking/;

/**
 * How soon a matter needs somebody. `emergency`: life or the building is in danger now. `high`: a building or a floor is
 * without water, power, lift or access, water runs into a flat, or somebody vulnerable is concerned. Told, not judged by
 * tone: "!!!" alone raises nothing.
 */
export function urgencyOf(analysis: Analysis): Urgency {
  if (dangerIn(analysis)) return 'emergency';
  const { text, things } = analysis;
  const service =
    things.has('water') || things.has('power') || things.has('lift') || things.has('heating') || things.has('gas');
  if (inside.test(text)) return 'high';
  if (service && whole.test(text) && !mayWait.test(text)) return 'high';
  if (
    vulnerable.test(text) &&
    (service || things.has('leak') || things.has('drain') || things.has('light') || things.has('door'))
  )
    return 'high';
  return 'normal';
}

const order: readonly Urgency[] = ['normal', 'high', 'emergency'];

/** Urgency is only ever raised by what residents add. */
export const isMoreUrgent = (one: Urgency, than: Urgency): boolean => order.indexOf(one) > order.indexOf(than);
