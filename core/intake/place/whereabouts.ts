import type { Scope } from '../lexicon/concept.ts';

/** What everybody on the estate uses: wherever the writer lives, it is not there. */
const onEstate =
  /小区[大正]?门|大门口|大门外|[东南西北]小?门|道闸|车库|地库|地下室|停车场|车位|车道|车棚|充电桩|花园|花坛|花台|警卫台|广场|泳池|会所|儿童乐园|健身|路灯|垃圾站|快递柜|外卖柜|驿站|自习室|食堂|步道|湖|中庭|平台|坝子|岗亭|更亭|巴士|班车|共享|天桥|信箱|旁边那条路|(?<![a-z\d])[bp]\d(?![\d#-])|负[一二三]|\b(?:main gate|(?:north|south|east|west|canal|pedestrian|river)[ -](?:side )?gate|gate (?:no\.? ?)?\d|barrier|car ?park|garage|basement|playground|swimming pool|pool|club ?house|garden|street ?lamps?|wharf|function room|wellness room|parcel (?:room|shelf)|visitor|shuttle|ev points?|path|promenade|column [a-z]?\d+)\b/i;

/** What the people of one stairwell or building share. */
const shared =
  /电梯|升降机|货梯|客梯|楼道|走廊|走道|楼梯|梯间|安全梯|逃生门|大堂|大厅(?:里面|信箱|吊)|门厅|单元门|楼门|防火门|消防门|安全门|消防通道|疏散|电表箱|电箱|电井|弱电|消防栓|管道间|每层|整栋|全楼|整个单元|全座|成座|成栋|我们这栋|楼下|楼顶|天台|垃圾房|洗衣房|防滑毯|地毯烘|对讲|外墙|\b(?:lifts?|elevators?|corridor|hallway|lobby|stairs?|stairwell|landing|whole (?:tower|building|block|wing|floor|corridor)|our floor|meter (?:room|cupboard)|bin (?:store|room|chute)|front door|roof ?top|service lift)\b/i;
/** Words of the shared parts that outdo a word of the flat in the same text: "the lift … I am late for my kitchen". */
const surelyShared =
  /(?<!不是|唔系)(?:电梯|升降机|货梯|客梯|楼道|走廊|楼梯|梯间|安全梯|单元门|大堂|防火门|安全门|消防通道|弱电|整层|每层|垃圾房|天台门)|\b(?:lifts?|elevators?|corridor|lobby|stairs|stairwell|(?:whole|our) (?:floor|tower|building|corridor))\b/i;

/** Parts of a flat, and the things in it. */
const inFlat =
  /我家|家里|屋里|屋企|我屋|我房|房间|间房|客厅|厨房|厕所|马桶|便所|卫生间|洗手间|浴室|卧室|阳台|露台|飘窗|窗|热水器|热水炉|花洒|淋浴|洗澡|冲凉|沐浴|暖气片|洗衣机|洗手台|洗面|漱口|冰箱|雪柜|空调|冷气|插座|跳闸|跳电|天花|棚顶|顶上落|门铃|门缝|门锁|智能锁|地漏|龙头|坑渠|去水|地渠|晾|晒|墙|床|楼上|我门口|我家门口|我这户|\bmy (?:\w+ )?(?:flat|apartment|home|room|kitchen|bathroom|toilet|ceiling|bedroom|balcony|windows?|wall|door|doormat|hall|bed|head|desk|ac|aircon|heater|shower|cushions|fridge|intercom|linen|parcel|meter)|\b(?:shower|bathroom|kitchen|bedroom|toilet|ceiling|balcony|guest bath|linen cupboard|geyser|radiators?|aircon|fridge|only my flat|above my head|the flat over mine|laundry door|seepage)\b/i;
/** Said of all: then it is not the writer's flat alone. */
const ofAll =
  /有没有人|有冇人|大家|你们有|也没|都没|整栋|全楼|\b(?:anyone|anybody|everyone|all of us|whole|all taps)\b/i;

/** What stands in the hall and is everybody's all the same. */
const forAll = /外卖柜|快递柜|共享(?!单车)|自习室|天桥|咖啡机|打印机|kindergarten/;
/** Rooms that only a flat has, said to be the writer's. */
const ownRooms = /我家?(?:的|个)?(?:厨房|客厅|卧室|卫生间|阳台|马桶|厕所)|穿过我家|客厅|主卧|次卧/;
const atHome =
  /我家|家里|屋里|屋企|厨房|卧室|客厅|阳台|浴室|\bmy (?:\w+ )?(?:flat|kitchen|bedroom|balcony|ceiling|bathroom|room|home)\b/i;

/** The same text in one breath reads better than its words alone: which of the writer's, the stairwell's and the estate's it speaks of. */
export function whereabouts(text: string, scope: Scope | null): Scope | null {
  const flat = inFlat.test(text);
  const stairs = surelyShared.test(text);
  if (forAll.test(text)) return 'estate';
  if (ownRooms.test(text)) return 'home';
  if (onEstate.test(text) && !stairs && !atHome.test(text)) return 'estate';
  if (stairs) return 'shared';
  if (flat) return 'home';
  if (shared.test(text)) return 'shared';
  return scope;
}

/** Whether a matter is plainly in the writer's own rooms, though they name only the building. */
export const isInOwnRooms = (text: string): boolean =>
  ownRooms.test(text) ||
  (!surelyShared.test(text) &&
    !ofAll.test(text) &&
    /我家|我屋|我个|我床|我间[房屋]|(?<!别人的|人家的|隔壁)(?:客厅|厨房|卧室|阳台|窗台|窗玻璃|浴室|洗澡|厕所|马桶)|\bmy (?:\w+ )?(?:flat|kitchen|bathroom|ceiling|bedroom|balcony|ensuite|room|windows|heater)/i.test(
      text,
    ));

/** Whether somebody of the office came to the writer's flat, as far as praise tells it. */
export const cameHome = (text: string): boolean =>
  isInOwnRooms(text) ||
  /上门|上嚟|帮我(?:换|修|把地|通)|水都没喝|一口水|\b(?:repaired the|bled the|fixed my|came to my|my towels|to me himself|came back to look)/i.test(
    text,
  );

/** Whether somebody speaks of what they themselves were charged. */
export const isOwnAccount = (text: string): boolean =>
  /我家|我的|我明明|我交|我都|我那|我上|\b(?:i(?:'ve| have)? (?:paid|banked|put|topped)|mine|my (?:card|meter|account|bill)|charged me|b\/f)\b/i.test(
    text,
  );

/** Whether water or power fails: that is never one flat's alone until somebody says so. */
export const isSupplyOut = (text: string): boolean =>
  /水龙头|没水|断水|一滴|停水|断电|(?:洗|冲)(?:澡|水).{0,8}(?:没|唔到)|热水变|漱口水/.test(text);
