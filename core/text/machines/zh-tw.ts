import { dots, lines } from '../layout.ts';
import type { MachineTexts } from './texts.ts';

const keep = '金鑰只顯示這一次，請馬上抄到設備裡，並把這則訊息刪掉。';

export const machines = {
  machineSummary: (device, said) => (said ? `${device}：${said}` : `${device} 報警`),
  alarmNote: (count, cleared) => dots(count > 1 && `設備報警 ${count} 次`, cleared && '設備說已恢復正常，請核實後辦結'),
  machineCleared: (code, device) => `${code} 設備「${device}」回報已恢復正常。工單不會自己關閉，請核實後辦結。`,
  sourceAdded: (name, address, secret, example) =>
    lines(`已新增設備「${name}」。`, `網址：${address}`, `金鑰：${secret}`, keep, '在電腦上這樣試一次：', example),
  sourceRenewed: (name, address, secret, example) =>
    lines(
      `「${name}」換了新金鑰，舊的已經失效。`,
      `網址：${address}`,
      `金鑰：${secret}`,
      keep,
      '在電腦上這樣試一次：',
      example,
    ),
  sourceRevoked: (name) => `「${name}」已停用，它再報什麼都不收。要恢復，請在私訊裡發「設備 換金鑰 ${name}」。`,
  sourceRemapped: (name) => `已記下，「${name}」以後的回報按新的規則處理。`,
  sourceMappingWrong: (mend) => lines('這份對應有誤，什麼都沒有改動：', mend),
  sourceTaken: (name) => `「${name}」這個名字已經有了，什麼都沒有改動。請換一個名字。`,
  sourceUnknown: (name, known) =>
    `沒有叫「${name}」的設備，什麼都沒有改動。${known.length > 0 ? `現有：${known.join('、')}。` : ''}`,
  sources: (all) =>
    lines(
      '能報警的設備：',
      ...all.map(({ name, revoked, last, reports }) =>
        dots(
          name,
          revoked && '已停用',
          last ? `最近一次 ${last}` : '還沒有回報過',
          reports > 0 && `一天內 ${reports} 次`,
        ),
      ),
    ),
  noSources: () => '還沒有接入設備。經理可以在私訊裡發「設備 新增 門禁控制器 報修 設施 3棟」。',
  sourceHow: () =>
    lines(
      '請寫成下面一種，什麼都沒有改動：',
      '設備 新增 門禁控制器 報修 設施 3棟（名字不帶空格；類別、範圍、優先或緊急、位置可寫可不寫）',
      '設備 規則 門禁控制器 smoke-* 緊急 安全（這些編號的設備按緊急處理）',
      '設備 對應 門禁控制器 {…}（見說明文件）',
      '設備 換金鑰 門禁控制器 · 設備 停用 門禁控制器 · 設備（看清單）',
    ),
  sourceInPrivate: () => '這裡有別人在看。請在與我的私訊裡發這一則，金鑰只在那裡顯示。',
} satisfies MachineTexts;
