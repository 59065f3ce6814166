import { sameLength } from '../../text/redact-fold.ts';

const signs = [
  // "忽略以上指令", "ignore all previous instructions"
  /(?:忽略|忘记|忘記|忘掉|无视|無視|不理会|不理會|绕过|繞過)[^。.!！\n]{0,12}(?:指令|指示|提示|设定|設定|上文|前文|以上)/,
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!\n]{0,40}\b(?:instructions?|prompts?|rules|directions|above|previous)\b/i,
  /系统提示|系統提示|提示词|提示詞|system prompt|jailbreak|developer mode/i,
  // Parts of an answer, or of a conversation with a model.
  /["'“”]?\b(?:matter|known|urgency|confidence)["'“”]?\s*:\s*(?:true|false|["'“”]|\d)/i,
  /(?:^|\n)\s*#*\s*(?:system|assistant|user|developer)\s*:/i,
  /<\|?\s*\/?(?:im_start|im_end|system|assistant)\b|\[\/?INST\]/i,
  // Who is spoken to is no neighbour.
  /(?:你是|你现在是|你現在是|作为|作為)[^。.!！\n]{0,8}(?:ai|人工智能|语言模型|語言模型|大模型|分类器|分類器|gpt)/i,
  /\b(?:you are|act as|as)\b[^.!\n]{0,16}\b(?:ai|language model|classifier|chatgpt|gpt)\b/i,
];

/**
 * Whether somebody writes to a language model rather than to neighbours or the office. A model that reads such a line does not decide anything;
 * where it was meant as a joke, the staff are asked once more than they would have been.
 */
export function isSpokenToModel(text: string): boolean {
  const plain = sameLength(text);
  return signs.some((sign) => sign.test(plain));
}
