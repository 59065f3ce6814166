import { normalise } from '../../intake/normalise.ts';
import type { Cause } from './causes.ts';

/** A switch that tripped, by the words for those that hang in a flat. */
const tripped =
  /跳了?闸|(?:空开|断路器|漏保|漏电保护器?|开关|电?闸)(?:自己|自动|突然)?(?:跳|掉)(?:了|下来)?|(?:breaker|switch|rcd)(?: had| has| was| just| got)* (?:tripped|off)\b|tripped (?:a |the |my |our )?(?:breaker|switch|rcd)/;
/** What was not paid, or a prepaid meter that was empty. */
const unpaid =
  /欠费|(?:电|水|气|燃气|热水|取暖|网|宽带)费(?:忘(?:了|记)?交?|没交|没缴|没续|用完|用光|没了)|(?:没有?|未|忘(?:了|记)?)(?:交|缴|充|续)(?:电费|水费|燃?气费|取暖费|网费|宽带费|值|费)|(?:电|水|气)[卡表]里?(?:没钱|没余额|余额不足)|余额(?:不足|用完|没了)|(?:forgot|forgotten) to (?:pay|top up)|unpaid|(?:was|were) out of credit|(?:my|our) (?:prepaid )?meter (?:was|had run) (?:empty|out)/;
/** What has to be called one's own, because the house has the like. */
const ownFuse = /(?:我们?家|自己?家|自己)的?(?:\S{0,3})保险丝|(?:my|our)(?: own)? fuse/;
const ownValve =
  /(?:我们?家|自己?家|自己|家里)的?(?:\S{0,4})(?:阀门?|总?开关)(?:没开|没打开|没拧开|关着|关了|被关|忘(?:了|记)?开)|(?:my|our)(?: own)? (?:\w+ )?valve (?:was |is )?(?:closed|shut|off)/;
const ownSwitch = /(?:just|only|was|is|it's) (?:just |only )?(?:my|our)(?: own)? (?:breaker|switch|wiring|plug|socket)/;
/** One's own device, where it is said to be the reason. */
const device = (chinese: string, english: string): RegExp =>
  new RegExp(
    `是(?:我|我们?家|自己?家|自己|家里)?的?(?:${chinese})|(?:${chinese})(?:坏|有?问题|有?毛病|故障|没开|没插|没通电|没电池|设置|该换)|(?:just|only|was|is|it's) (?:just |only )?(?:my|our|the) (?:\\w+ )?(?:${english})|(?:my|our) (?:${english}) (?:was|is|had) (?:broken|off|unplugged|died)`,
  );

/** By what each cause is found to be of one flat after all. What is not named here is never nobody else's: a lift, a smell. */
const reasons: Partial<Record<Cause, readonly RegExp[]>> = {
  power: [tripped, unpaid, ownFuse, ownSwitch, device('插座|插线板|排插', 'power strip')],
  water: [unpaid, ownValve, device('净水器', 'water filter')],
  hot_water: [tripped, unpaid, ownFuse, ownValve, device('热水器|壁挂炉|花洒', 'heater|boiler|shower')],
  dirty_water: [device('净水器|滤芯|热水器|水龙头', 'filter|heater|tap|faucet')],
  gas: [unpaid, ownValve, device('灶|燃气灶|热水器|壁挂炉|气表', 'stove|hob|cooker|heater|boiler')],
  heating: [unpaid, ownValve, device('壁挂炉|温控器', 'boiler|thermostat')],
  network: [unpaid, device('路由器?|光猫|网线|机顶盒|电脑', 'router|modem|cable|laptop')],
};

/** It is of more than the flat: of the house, of what supplies many, of others; or the office has to do with it. */
const ofMore =
  /楼|层|栋|幢|单元|[\da-z]座|整座|小区|片区|一片|台区|周边|物业|管理处|管家|总(?!算|之|是)|主[管阀干]|干管|变压器|配电|电房|井|泵|水箱|线路|施工|开发商|业委会|供[电水热气]|电网|国网|电业|电力|自来水公司|燃气公司|热力|运营商|大家|各家|家家|每家|每户|几家|几户|全[部体都]|所有|别人|别家|邻居|隔壁|对门|[他她]家|他们|人家|building|block|tower|floor|stair|estate|compound|neighbou?r|every(?:body|one|where)|all of us|whole|\bmains?\b|transformer|substation|pump|management|property|landlord|utility|grid|street|\barea\b|lobby|corridor|unit \d|others/;
/** Somebody else found it, or it was of several: one's own has to be called so. */
const bySomebody = /师傅|电工|工人|工程|维修|保安|客服|有人|都|electrician|technician|plumber|they|staff/;
const calledOwn = /我们?家|自己?家|自己|家里|\b(?:my|our)\b/;
/** It is asked, or only supposed. */
const unsure =
  /[?]|吗|嘛|么|呢|是不是|有没有|会不会|怎|哪|谁|几[时点]|何时|多久|以为|怀疑|可能|也许|或许|好像|估计|应该|如果|要是|万一|\b(?:why|how|when will|if|whether|thought|maybe|perhaps|probably|might|may|could|seems?)\b/;
const denied =
  /没|不|未|冇|唔|无法|还(?:是|在)|仍|依然|依旧|又|\b(?:no|not|nor|never|without|still|again|isn't|wasn't)\b|n't\b/;
/** What is denied in these does not deny the reason: "没事了", "不好意思", "不是停电，是跳闸". */
const courtesies =
  /(?:没|冇)(?:有)?(?:什么|啥)?(?:大)?(?:事|问题|毛病|关系)(?:了|儿|啦)?|不好意思|对不起|不用(?:再)?(?:来|管|麻烦|派|担心|处理|过来)|别来|(?:没|冇)(?:有)?(?:想到|注意|留意|看到|看见|发现)|(?<!是)不是(?:停|断|没)(?:电|水|气|网|热水|暖气?)|no (?:problem|worries|need)|never ?mind|not (?:a |an |the )?(?:power cut|power outage|outage|blackout)/g;

/**
 * Whether somebody who says that it is over, or corrects what they said, says that it was only of their own flat: "没事了，是跳闸" of a power
 * cut. In doubt it is not: who stays in an incident only hears more than they need, who has left it hears nothing more.
 */
export function isOfOneFlat(cause: Cause, words: string): boolean {
  const said = normalise(words).replace(courtesies, ' ');
  const reason = reasons[cause]?.find((one) => one.test(said));
  if (!reason || ofMore.test(said) || unsure.test(said)) return false;
  if (bySomebody.test(said) && !calledOwn.test(said)) return false;
  return !denied.test(said.replace(reason, ' '));
}
