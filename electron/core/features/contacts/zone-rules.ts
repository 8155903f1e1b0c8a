/** Languages that are spoken in one time zone, nearly all of them. */
const zonesOfLanguages: Readonly<Record<string, string>> = {
  ...{ cs: 'Europe/Prague', da: 'Europe/Copenhagen', de: 'Europe/Berlin', el: 'Europe/Athens' },
  ...{ fi: 'Europe/Helsinki', he: 'Asia/Jerusalem', hu: 'Europe/Budapest', it: 'Europe/Rome' },
  ...{ ja: 'Asia/Tokyo', ko: 'Asia/Seoul', nb: 'Europe/Oslo', nl: 'Europe/Amsterdam' },
  ...{ pl: 'Europe/Warsaw', sv: 'Europe/Stockholm', th: 'Asia/Bangkok', tr: 'Europe/Istanbul' },
};
const zonesOfRegions: Readonly<Record<string, string>> = {
  ...{ AE: 'Asia/Dubai', AR: 'America/Argentina/Buenos_Aires', AT: 'Europe/Vienna', BE: 'Europe/Brussels' },
  ...{ CH: 'Europe/Zurich', CO: 'America/Bogota', EG: 'Africa/Cairo', FR: 'Europe/Paris' },
  ...{ GB: 'Europe/London', IE: 'Europe/Dublin', IN: 'Asia/Kolkata', MA: 'Africa/Casablanca' },
  ...{ NZ: 'Pacific/Auckland', PE: 'America/Lima', SA: 'Asia/Riyadh', ZA: 'Africa/Johannesburg' },
};

/** The time zone that a language (BCP 47) points to: by its region, else by where it is spoken; null for world languages. */
export function languageZone(tag: string): string | null {
  const [language = '', ...rest] = tag.split('-');
  const region = rest.find((part) => /^[A-Za-z]{2}$/u.test(part))?.toUpperCase();
  if (region !== undefined && zonesOfRegions[region]) return zonesOfRegions[region];
  return zonesOfLanguages[language.toLowerCase()] ?? null;
}
