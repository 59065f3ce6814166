import { describe, expect, it } from 'vitest';
import { isOfOneFlat } from './own-flat.ts';

describe('what was only of one flat', () => {
  it.each([
    { cause: 'power', words: '没事了，是跳闸' },
    { cause: 'power', words: '不好意思，是我家空开跳了' },
    { cause: 'power', words: '沒事了，是我家跳閘' },
    { cause: 'power', words: '没事了，师傅说是我家跳闸' },
    { cause: 'power', words: '不是停电，是我家跳闸' },
    { cause: 'power', words: '没什么事了，没想到是空开跳了，不用来了' },
    { cause: 'power', words: '好了，是电费没交' },
    { cause: 'power', words: '没事了，电卡里没钱了' },
    { cause: 'power', words: '没事了，我家保险丝烧了' },
    { cause: 'power', words: 'all good now, it was just my breaker' },
    { cause: 'power', words: 'Never mind, the breaker had tripped' },
    { cause: 'power', words: 'sorry, no problem: I forgot to pay' },
    { cause: 'water', words: '没事了，我家阀门没开' },
    { cause: 'water', words: '是我自己水费没交' },
    { cause: 'hot_water', words: '没事了，是热水器的问题' },
    { cause: 'network', words: '没事了，是我的路由器' },
    { cause: 'network', words: 'solved, it was just my router' },
  ] as const)('$words', ({ cause, words }) => {
    expect(isOfOneFlat(cause, words)).toBe(true);
  });

  it.each([
    { told: 'no reason', cause: 'power', words: '没事了' },
    { told: 'no reason', cause: 'power', words: '来电了' },
    { told: 'no reason', cause: 'power', words: '我家来电了' },
    { told: 'no reason', cause: 'power', words: '还没来电，手机快没电了，充电宝也没了' },
    { told: 'no reason', cause: 'power', words: '插座也没电' },
    { told: 'no reason', cause: 'water', words: '水龙头一滴水都没有，什么时候来水' },
    { told: 'no reason', cause: 'water', words: '马桶都冲不了，什么时候来水' },
    { told: 'no reason', cause: 'smell', words: '楼上邻居也闻到了，臭死了' },
    { told: 'no reason', cause: 'heating', words: '还是不热，而且管子在漏水' },
    { told: 'a reason of something else', cause: 'water', words: '没事了，是跳闸' },
    { told: 'a lift is nobody’s own', cause: 'lift', words: '没事了，是电瓶车挡住了' },
    { told: 'denied', cause: 'power', words: '我家没跳闸，还是没电' },
    { told: 'denied', cause: 'power', words: '空开没跳，还是没电' },
    { told: 'denied', cause: 'power', words: '不是跳闸' },
    { told: 'denied', cause: 'power', words: '跳闸推上去还是没电' },
    { told: 'denied', cause: 'power', words: '我没欠费' },
    { told: 'denied', cause: 'power', words: 'my breaker is fine, still no power' },
    { told: 'denied', cause: 'power', words: "it's not my breaker" },
    { told: 'denied', cause: 'hot_water', words: '不是热水器的问题' },
    { told: 'asked', cause: 'power', words: '跳闸了吗' },
    { told: 'asked', cause: 'power', words: '是跳闸？' },
    { told: 'asked', cause: 'power', words: '是不是停电，是不是跳闸' },
    { told: 'supposed', cause: 'power', words: '没事了，可能是跳闸' },
    { told: 'supposed', cause: 'power', words: '以为是我家跳闸' },
    { told: 'of the house', cause: 'power', words: '没事了，师傅说楼里跳闸' },
    { told: 'of the house', cause: 'power', words: '3栋跳闸了，物业合上了' },
    { told: 'of the house', cause: 'power', words: '单元跳闸' },
    { told: 'of the house', cause: 'power', words: '没事了，这一层跳闸' },
    { told: 'of the house', cause: 'power', words: '没事了，师傅说跳闸' },
    { told: 'of the house', cause: 'power', words: '没事了，是总闸跳闸，已经合上了' },
    { told: 'of the house', cause: 'power', words: '变压器跳闸，我家好了' },
    { told: 'of the house', cause: 'power', words: '没事了，大家都跳闸' },
    { told: 'of the house', cause: 'water', words: '没事了，水泵跳闸，修好了' },
    { told: 'of the house', cause: 'water', words: '没事了，阀门没开' },
    { told: 'of the house', cause: 'power', words: 'all good now, the main breaker tripped' },
    { told: 'of the house', cause: 'power', words: 'the breaker of our building had tripped' },
  ] as const)('not $words ($told)', ({ cause, words }) => {
    expect(isOfOneFlat(cause, words)).toBe(false);
  });
});
