/** Whom one calls for help. */
export interface EmergencyNumbers {
  fire: string;
  ambulance: string;
  police: string;
}

/** By ISO 3166. Sources: the authorities of each country; 112 is the common number of Europe and of mobile networks (GSM). */
const byCountry: Record<string, EmergencyNumbers> = {
  CN: { fire: '119', ambulance: '120', police: '110' },
  TW: { fire: '119', ambulance: '119', police: '110' },
  HK: { fire: '999', ambulance: '999', police: '999' },
  MO: { fire: '999', ambulance: '999', police: '999' },
  SG: { fire: '995', ambulance: '995', police: '999' },
  MY: { fire: '999', ambulance: '999', police: '999' },
  JP: { fire: '119', ambulance: '119', police: '110' },
  KR: { fire: '119', ambulance: '119', police: '112' },
  GB: { fire: '999', ambulance: '999', police: '999' },
  US: { fire: '911', ambulance: '911', police: '911' },
  CA: { fire: '911', ambulance: '911', police: '911' },
  AU: { fire: '000', ambulance: '000', police: '000' },
  NZ: { fire: '111', ambulance: '111', police: '111' },
};
const elsewhere: EmergencyNumbers = { fire: '112', ambulance: '112', police: '112' };

const byZone: Record<string, string> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Chongqing': 'CN',
  'Asia/Harbin': 'CN',
  'Asia/Kashgar': 'CN',
  PRC: 'CN',
  'Asia/Taipei': 'TW',
  ROC: 'TW',
  'Asia/Hong_Kong': 'HK',
  Hongkong: 'HK',
  'Asia/Macau': 'MO',
  'Asia/Macao': 'MO',
  'Asia/Singapore': 'SG',
  Singapore: 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Kuching': 'MY',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Europe/London': 'GB',
  'Europe/Belfast': 'GB',
  'Pacific/Auckland': 'NZ',
  'Pacific/Chatham': 'NZ',
  'Pacific/Honolulu': 'US',
};

/** Where the zones of a whole part of the world have one number: 911 in North America, and taken in most of the South. */
const byArea: Record<string, string> = { America: 'US', US: 'US', Canada: 'CA', Australia: 'AU' };

/** Zones that are no place. */
const placeless = /^(?:Etc\/|UTC|UCT|GMT|Zulu|Universal|Greenwich)/;

/**
 * The numbers that hold where an estate lies. Its time zone tells where that is: the shipped policy keeps the holidays of mainland China wherever
 * an estate lies. Only of a zone that is no place (UTC) the country of those holidays decides.
 */
export function emergencyNumbers({
  timeZone,
  country,
}: {
  timeZone: string;
  country: string | null;
}): EmergencyNumbers {
  const [area = ''] = timeZone.split('/');
  const there = byZone[timeZone] ?? byArea[area] ?? (placeless.test(timeZone) ? country?.slice(0, 2) : undefined);
  return byCountry[there ?? ''] ?? elsewhere;
}
