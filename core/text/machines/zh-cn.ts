import { dots, lines } from '../layout.ts';
import type { MachineTexts } from './texts.ts';

const keep = '密钥只显示这一次，请马上抄到设备里，并把这条消息删掉。';

export const machines = {
  machineSummary: (device, said) => (said ? `${device}：${said}` : `${device} 报警`),
  alarmNote: (count, cleared) => dots(count > 1 && `设备报警 ${count} 次`, cleared && '设备说已恢复正常，请核实后办结'),
  machineCleared: (code, device) => `${code} 设备“${device}”报告已恢复正常。工单不会自己关闭，请核实后办结。`,
  sourceAdded: (name, address, secret, example) =>
    lines(`已新增设备“${name}”。`, `地址：${address}`, `密钥：${secret}`, keep, '在电脑上这样试一次：', example),
  sourceRenewed: (name, address, secret, example) =>
    lines(
      `“${name}”换了新密钥，旧的已经失效。`,
      `地址：${address}`,
      `密钥：${secret}`,
      keep,
      '在电脑上这样试一次：',
      example,
    ),
  sourceRevoked: (name) => `“${name}”已停用，它再报什么都不收。要恢复，请在私聊里发“设备 换密钥 ${name}”。`,
  sourceRemapped: (name) => `已记下，“${name}”以后的报告按新的规则处理。`,
  sourceMappingWrong: (mend) => lines('这份映射有误，什么都没有改动：', mend),
  sourceTaken: (name) => `“${name}”这个名字已经有了，什么都没有改动。请换一个名字。`,
  sourceUnknown: (name, known) =>
    `没有叫“${name}”的设备，什么都没有改动。${known.length > 0 ? `现有：${known.join('、')}。` : ''}`,
  sources: (all) =>
    lines(
      '能报警的设备：',
      ...all.map(({ name, revoked, last, reports }) =>
        dots(
          name,
          revoked && '已停用',
          last ? `最近一次 ${last}` : '还没有报告过',
          reports > 0 && `一天内 ${reports} 次`,
        ),
      ),
    ),
  noSources: () => '还没有接入设备。经理可以在私聊里发“设备 新增 门禁控制器 报修 设施 3栋”。',
  sourceHow: () =>
    lines(
      '请写成下面一种，什么都没有改动：',
      '设备 新增 门禁控制器 报修 设施 3栋（名字不带空格；类别、范围、加急或紧急、位置可写可不写）',
      '设备 规则 门禁控制器 smoke-* 紧急 安全（这些编号的设备按紧急处理）',
      '设备 映射 门禁控制器 {…}（见说明文档）',
      '设备 换密钥 门禁控制器 · 设备 停用 门禁控制器 · 设备（看列表）',
    ),
  sourceInPrivate: () => '这里有别人在看。请在与我的私聊里发这一条，密钥只在那里显示。',
} satisfies MachineTexts;
