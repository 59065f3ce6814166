import type { TicketStatus } from '../../prisma/generated/enums.ts';
import { analyse } from '../intake/analysis.ts';
import { normalise } from '../intake/normalise.ts';
import { saysMended } from '../intake/staff.ts';
import { tellsResident, type TicketVerb } from './verb.ts';

const question =
  /\?|[吗呢么]\s*[。.!]*$|[了好完到去来通][没未]有?\s*[。.!]*$|是否|能否|可否|怎[么样]|谁|什么|哪|几点|多久|^(?:who|what|when|where|why|how|is|are|was|has|did|does|can)\b/u;
/** 能不能, 要不要, 去没去. */
const whether = /(\p{Script=Han})[不没]\1/u;

/** It is asked how the matter stands, or who is at it: its history tells. */
const howItStands =
  /怎么样|怎样|怎么回事|咋样|点样|[修换办弄搞处]好|处理|解决|进展|到哪|谁|状态|什么情况|\b(?:how|who|status|fixed|done|solved|update)\b/u;

/** Heard, and nothing more: 收到, 好的, OK. "好了" and "OK了" say that something is done. */
const heard =
  /^(?:收到|好[的滴嘞哒]?(?!了(?!解))|知道了?|明白了?|了解了?|嗯|行(?!了)|可以(?!了)|没问题|谢谢|多谢|感谢|辛苦了?|赞|ok(?:ay)?(?!了)|roger|gotit|noted|thanks?(?:you)?|willdo|sure|yes|[啊哈呀哦啦])*$/u;
const besidesLetters = /[^\p{L}\p{N}]/gu;

/** Of somebody who is not spoken to, or to a colleague about what is to be done: nothing for the resident's ears. */
const aside =
  /[这那]个?(?:户|家|人|业主|住户|邻居|老[头太人]|大[爷妈])|(?<!各位|尊敬的)(?:业主|住户|户主|租客|房东)|(?<!其)[他她]|别理|不[用要]理|难缠|难搞|无理|投诉狂|烦人|有病|神经|(?<![给为帮跟和替])你们?(?:先|快|赶紧)?(?:去|跟|处理|安排|联系|问)|@|\b(?:he|she|him|her|his|this (?:guy|man|woman|lady|resident|owner|tenant)|the (?:owner|tenant|resident)|ignore|annoying)\b/u;
/** Of the work, or to the resident. */
const ofTheWork =
  /去|来|到|上门|看[了过]|查|修|换|装|拆|清|通|处理|解决|安排|联系|派|师傅|配件|零件|缺|订|买|送|约|正在|马上|路上|出发|检|测|恢复|一半|完成|\b(?:way|com(?:e|ing)|go(?:ing)?|went|check|look|fix|repair|replac|order|sen[dt]|call|arrang|schedul|technician|contractor|plumber|electrician|part|working|arriv|visit)/u;
const toTheResident =
  /您|你[好家]|抱歉|不好意思|对不起|久等|请(?:稍|放心|耐心|谅解|留意|保持)|\b(?:your?|sorry|apologi[sz]e|please)\b/u;

/** What is known of words behind a ticket's code. */
export interface WordsMeant {
  status: TicketStatus;
  /** They name a time that is still to come. */
  hasTime?: boolean;
  /** They hold what should not be told on (P9b): a telephone number, a name. */
  hasPersonalData?: boolean;
}

/**
 * What a member of staff may mean by words behind a ticket's code, the likeliest first; none where a colleague is
 * asked something that its history does not tell. What sends the words to the resident comes first only where they
 * tell of the work or speak to the resident, and not at all where somebody's data stand in them (P9b); what is only
 * heard (收到, 👍) is no answer. Of what is over nothing is told any more.
 */
export function verbsMeant(
  said: string,
  { status, hasTime = false, hasPersonalData = false }: WordsMeant,
): TicketVerb[] {
  const words = normalise(said);
  const isHeard = words !== '' && heard.test(words.replaceAll(besidesLetters, '')) && !words.includes('?');
  const isMended = !isHeard && saysMended(analyse(said));
  const asks = question.test(words) || (!isMended && whether.test(words));
  if (asks && !howItStands.test(words)) return [];
  if (status === 'merged' || asks) return ['show'];
  if (status === 'done' || status === 'closed' || status === 'dismissed')
    return isHeard ? ['show'] : ['reopen', 'show'];
  const take: TicketVerb[] = status === 'open' && !isMended ? ['take'] : [];
  if (isHeard) return [...take, 'show'];
  const ends: TicketVerb[] = isMended ? ['done'] : hasTime ? ['promise'] : [];
  const isToTell = !aside.test(words) && (ends.length > 0 || ofTheWork.test(words) || toTheResident.test(words));
  const verbs: TicketVerb[] = isToTell ? [...ends, 'answer', ...take, 'show'] : [...take, 'show', ...ends, 'answer'];
  return hasPersonalData ? verbs.filter((verb) => !tellsResident.has(verb)) : verbs;
}
