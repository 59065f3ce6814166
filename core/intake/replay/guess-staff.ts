import type { ExportedChat } from './telegram-export.ts';

const office =
  /物业|物業|管理处|管理處|客服|管家|前台|工程部|工程[-·—\s]|工程[\p{Script=Han}]{1,3}(?:师傅|主管)|维修(?:部|班|师傅)|維修|秩序|安保|保安|保洁|值班|网格员|居委|社区工作|服务中心|服務中心|水电工|財務部|财务(?:部|[\p{Script=Han}]{1,2}姐)|management|concierge|front ?desk|reception|property|maintenance|facilit(?:y|ies)|building (?:manager|office|super)|\bsuper(?:intendent)?\b|estate office|caretaker|resident services|porter|security desk/iu;
/** Sellers like to call themselves so, too. */
const seller =
  /(?:装饰|裝飾|中介|家政|团长|團長|门窗|维修|維修|开锁|五金|搬家|agent|realt|broker|plumber|electrician|painter)/iu;

/**
 * Who in a chat looks like the office, by name, where nobody has said who is. Anonymous administrators write under the
 * chat's own name, or as `channel…` with its id, and are taken for the office. Ids in the order of first appearance.
 */
export function guessStaff({ id, name, senders }: ExportedChat): string[] {
  return [...senders]
    .filter(
      ([sender, { name: called }]) =>
        sender === `channel${id}` || (sender.startsWith('channel') && called === name) || looksLikeOffice(called),
    )
    .map(([sender]) => sender);
}

function looksLikeOffice(called: string): boolean {
  return office.test(called) && !(seller.test(called) && !/物业|物業|管理|客服|工程|水电工/u.test(called));
}
