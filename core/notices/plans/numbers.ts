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
  'Asia/Taipei': 'TW',
  'Asia/Hong_Kong': 'HK',
  'Asia/Macau': 'MO',
  'Asia/Singapore': 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Europe/London': 'GB',
};

/**
 * The numbers that hold where an estate lies. Its time zone tells where that is, because the holidays of the policy may be another
 * country's; where it does not tell, the country of those holidays does.
 */
export function emergencyNumbers({
  timeZone,
  country,
}: {
  timeZone: string;
  country: string | null;
}): EmergencyNumbers {
  return byCountry[byZone[timeZone] ?? country?.slice(0, 2) ?? ''] ?? elsewhere;
}
