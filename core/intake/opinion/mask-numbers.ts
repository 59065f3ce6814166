/**
 * Numbers that `personalDataIn` leaves, because a person who reads them can tell what they are: flats that are said without a building, meter
 * and order numbers, the office's own telephone. To somebody outside none of them is of use.
 */
const unit =
  '元|块|塊|圆|蚊|万|萬|年|号楼|號樓|点|點|时|時|分|秒|天|人|户|戶|家|个|個|只|隻|次|度|吨|噸|平|米|栋|棟|座|幢|单元|單元|瓦|兆|斤|多|%|％|w|m|kg|km|cm|min|hours?|days?|people|flats|units|yuan|dollars|rmb|hkd';

interface Rule {
  label: string;
  pattern: RegExp;
}

/** In a text that `sameLength` made plain. */
export const numberRules: readonly Rule[] = [
  { label: '[link]', pattern: /\bhttps?:\/\/[^\s\u4e00-\u9fff]+|\bwww\.[^\s\u4e00-\u9fff]+/gi },
  // Five figures and more, however they are grouped; not dates and hours.
  {
    label: '[number]',
    pattern: /(?<![\d.:-])(?!(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))\d(?:[ -]?\d){4,}(?![\d:])/g,
  },
  {
    label: '[room]',
    pattern: new RegExp(
      `(?<![\\d.:A-Za-z])(?!(?:11[0-9]|12[02]|999|911)(?!\\d))(?!(?:19|20)\\d\\d[-/.年])\\d{3,4}[A-Za-z]?(?![\\dA-Za-z:]|\\s*(?:${unit}))`,
      'gi',
    ),
  },
  // An O for a nought: "1O房", "2O5室".
  { label: '[room]', pattern: /(?<![\dA-Za-z.:-])\d+[oO]\d*(?=\s*(?:房|室|号|號))/g },
  // "5C", "12b"; not "3D".
  {
    label: '[room]',
    pattern: /(?<![\dA-Za-z.:-])(?!3[dD])\d{1,2}[A-Fa-f](?![\dA-Za-z]|\s*(?:[栋棟座幢区區口梯]|号楼|號樓))/g,
  },
  { label: '[room]', pattern: /[〇零一二三四五六七八九幺]{3,}(?![十百千万萬])/g },
];
