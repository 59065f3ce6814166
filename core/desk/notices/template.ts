import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import { asksOf, fillIn, takeValues } from '../../notices/templates/fill.ts';
import {
  keepTemplate,
  revokeTemplate,
  templateNamed,
  templatesOf,
  type Template,
} from '../../notices/templates/templates.ts';
import { nearest } from '../../policy/check/nearest.ts';
import type { TemplateLine } from '../../text/notices/texts.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { levelSaid } from './draft-words.ts';
import { writeNotice } from './write.ts';

const LONGEST_NAME = 16;
const ADD = /^(?:新增|添加|增加|add)[\s:：]+/i;
const REVOKE = /^(?:停用|删除|刪除|remove|revoke)[\s:：]+/i;

/** `模板`: prepared notices: list, look at one, add or replace one, revoke one (P8a). */
export async function handleTemplate(scene: Scene, rest: string): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const said = rest.trim();
  const add = ADD.exec(said)?.[0];
  const revoke = REVOKE.exec(said)?.[0];
  if (said === '' || /^(?:列表|list)$/i.test(said)) {
    const { own, shipped } = await templatesOf(step, community);
    const asLine = (one: Template): TemplateLine => lineOf(one, community.locale);
    return answer(scene, texts.templates(own.map(asLine), shipped.map(asLine)));
  }
  if (add === undefined && revoke === undefined) {
    const template = await templateNamed(step, community, said);
    if (!template) return unknown(scene, said);
    return answer(scene, texts.templateShown(template.name, textIn(template, community.locale)));
  }
  if (!(await managesOrRefused(scene, 'template'))) return;
  if (add !== undefined) return addTemplate(scene, said.slice(add.length));
  const name = said.slice(revoke?.length ?? 0).trim();
  const isRevoked = await revokeTemplate(step, community.id, name);
  return isRevoked ? answer(scene, texts.templateRevoked(name)) : unknown(scene, name);
}

async function addTemplate(scene: Scene, said: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const [, named = '', text = ''] = /^([^\n:：]+)[:：\n]([^]*)$/u.exec(said) ?? [];
  // Its level stands in front of its name: "模板 新增 紧急通知 停水：…".
  const level = levelSaid(named);
  const name = named
    .trim()
    .replace(/^(?:(?:重要|紧急|緊急)通知|(?:important|emergency) notice)\s*/i, '')
    .replaceAll(/\s+/g, '-');
  if (name === '' || name.length > LONGEST_NAME || text.trim() === '') return answer(scene, texts.templateHow());
  const template = { name, level, texts: { [community.locale]: text.trim() }, by: speaker?.personId ?? null };
  const { renewed } = await keepTemplate(step, community.id, template);
  return answer(scene, texts.templateAdded(name, asksOf(text), renewed));
}

/** `通知 模板 停水 时间=明天8点 原因=检修`: a draft from a template; what is missing is asked for by name. */
export async function writeFromTemplate(scene: Scene, said: string, level: NoticeLevel): Promise<void> {
  const { step, community } = scene;
  const [name = ''] = said.split(/[\s:：]/);
  const template = await templateNamed(step, community, name);
  if (!template) return unknown(scene, name);
  const own = textIn(template, community.locale);
  const all = Object.values(template.texts).flatMap(asksOf);
  const { values, rest } = takeValues(said.slice(name.length).replace(/^[\s:：]+/, ''), all);
  const filled = fillIn(own, values);
  if ('missing' in filled) {
    const given = [...values].map(([field, value]) => `${field}=${value}`);
    return answer(scene, textsOf(scene).templateAsks(name, filled.missing, given));
  }
  const others = Object.entries(template.texts).flatMap(([locale, text]) => {
    const other = locale === community.locale ? { missing: [] } : fillIn(text, values);
    return 'text' in other ? [[locale, other.text] as const] : [];
  });
  await writeNotice(scene, rest, {
    level: level === 'routine' ? template.level : level,
    text: filled.text,
    texts: Object.fromEntries(others),
    templateId: template.id,
  });
}

const textIn = ({ texts }: Template, locale: string): string => texts[locale] ?? Object.values(texts)[0] ?? '';
const lineOf = (template: Template, locale: string): TemplateLine => ({
  name: template.name,
  level: template.level,
  asks: asksOf(textIn(template, locale)),
});

async function unknown(scene: Scene, name: string): Promise<void> {
  const { own, shipped } = await templatesOf(scene.step, scene.community);
  const near = nearest(
    name,
    [...own, ...shipped].map((one) => one.name),
  );
  return answer(scene, textsOf(scene).templateUnknown(name, near));
}

const answer = (scene: Scene, text: string): Promise<void> => replyTo(scene, 'template', { text });
