/** As the platform writes it: the elements that are always there, most of them empty. */
export function appMessage(parts: {
  type: number;
  title: string;
  des?: string;
  url?: string;
  inside?: string;
}): string {
  return `<?xml version="1.0"?>
<msg>
\t<appmsg appid="" sdkver="0">
\t\t<title>${parts.title}</title>
\t\t<des>${parts.des ?? ''}</des>
\t\t<action>view</action>
\t\t<type>${parts.type}</type>
\t\t<showtype>0</showtype>
\t\t<content />
\t\t<url>${parts.url ?? ''}</url>
\t\t<lowurl />
\t\t<appattach><totallen>0</totallen><attachid /><fileext /></appattach>
\t\t<extinfo />
\t\t${parts.inside ?? ''}
\t</appmsg>
\t<fromusername>wxid_wangfang</fromusername>
\t<scene>0</scene>
\t<appinfo><version>1</version><appname></appname></appinfo>
</msg>`;
}

/** What a reply says that quotes something; `content` as it stands in the document. */
export function replyMessage(
  title: string,
  quoted: { type?: number; id?: string; name?: string; content: string; from?: string },
): string {
  return appMessage({
    type: 57,
    title,
    inside: `<refermsg>
\t\t\t<type>${quoted.type ?? 1}</type>
\t\t\t<svrid>${quoted.id ?? '3035572160325032061'}</svrid>
\t\t\t<fromusr>24330947507@chatroom</fromusr>
\t\t\t<chatusr>${quoted.from ?? 'wxid_zhang3'}</chatusr>
\t\t\t<displayname>${quoted.name ?? '张三'}</displayname>
\t\t\t<msgsource>&lt;msgsource&gt;&lt;silence&gt;0&lt;/silence&gt;&lt;/msgsource&gt;</msgsource>
\t\t\t<content>${quoted.content}</content>
\t\t</refermsg>`,
  });
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A forwarded conversation; `items` as the platform writes its lines. */
export function record(title: string, items: readonly string[]): string {
  return `<recordinfo><fromscene>0</fromscene><isChatRoom>1</isChatRoom><title>${title}</title><desc>…</desc><datalist count="${items.length}">${items.join('\n')}</datalist></recordinfo>`;
}

export function recordLine(type: number, name: string, inside: string): string {
  return `<dataitem datatype="${type}" dataid="2bfdb5aaaa9552c4"><sourcename>${name}</sourcename><sourcetime>2026-11-20 19:20</sourcetime>${inside}</dataitem>`;
}

export function recall(ids: string, replace = '"王芳" 撤回了一条消息'): string {
  return `<sysmsg type="revokemsg"><revokemsg><session>24330947507@chatroom</session>${ids}<replacemsg><![CDATA[${replace}]]></replacemsg></revokemsg></sysmsg>`;
}
