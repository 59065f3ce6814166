import { describe, expect, it } from 'vitest';
import { parseCommand } from '../desk/command.ts';
import { readSourceOrder } from './source-words.ts';

const buildings = ['1', '3', '5'];
const in3 = { building: '3', unit: null, room: null, spot: null };

describe('what a manager tells about devices', () => {
  it.each([
    ['', { kind: 'list' }],
    ['新增 门禁控制器', { kind: 'add', name: '门禁控制器', matter: {} }],
    [
      '新增 门禁控制器 报修 设施 3栋',
      { kind: 'add', name: '门禁控制器', matter: { kind: 'repair', area: 'facilities', place: in3 } },
    ],
    [
      '新增 烟感 紧急 安全 3栋',
      { kind: 'add', name: '烟感', matter: { urgency: 'emergency', area: 'security', place: in3 } },
    ],
    ['新增 煙感 優先 3棟', { kind: 'add', name: '煙感', matter: { urgency: 'high', place: in3 } }],
    [
      'add pumps repair emergency building 3',
      { kind: 'add', name: 'pumps', matter: { kind: 'repair', urgency: 'emergency', place: in3 } },
    ],
    ['add pumps garage', { kind: 'add', name: 'pumps', matter: { place: { ...in3, building: null, spot: 'garage' } } }],
    ['规则 烟感 smoke-* 紧急', { kind: 'rule', name: '烟感', device: 'smoke-*', matter: { urgency: 'emergency' } }],
    ['规则 烟感 smoke-*', { kind: 'how' }],
    ['映射 烟感 {"kind":"repair"}', { kind: 'map', name: '烟感', json: '{"kind":"repair"}' }],
    ['停用 烟感', { kind: 'revoke', name: '烟感' }],
    ['换密钥 烟感', { kind: 'renew', name: '烟感' }],
    ['換金鑰 煙感', { kind: 'renew', name: '煙感' }],
    ['rotate pumps', { kind: 'renew', name: 'pumps' }],
    ['新增', { kind: 'how' }],
    ['新增 ../admin', { kind: 'how' }],
    ['新增 烟感 报休', { kind: 'how' }],
    ['坏了', { kind: 'how' }],
  ])('%s', (rest, order) => {
    expect(readSourceOrder(rest, buildings)).toEqual(order);
  });
});

describe('talk about devices, or a command', () => {
  it.each([
    ['设备', true],
    ['设备 新增 门禁控制器 报修', true],
    ['设备 停用 门禁控制器', true],
    ['source add pumps', true],
    ['設備 換金鑰 門禁', true],
    ['设备坏了', false],
    ['设备 坏了三天', false],
    ['设备新增了两台', false],
    ['设备 新增 两台 可以吗', false],
    ['source of the noise', false],
    ['通道', true],
    ['通道堵了', false],
    ['通道 有人停车', false],
    ['channels are fine', false],
  ])('%s: %s', (text, isCommand) => {
    const command = parseCommand(text, { strict: true, bare: true });
    expect(command.kind === 'command' && (command.verb === 'source' || command.verb === 'channels')).toBe(isCommand);
  });
});
