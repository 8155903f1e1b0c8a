const digitsOf = (written: string): string => written.replaceAll(/\D/gu, '');

/** Fewer digits are an extension, not a number. */
const fewestDigits = 7;
/** With the country's number and without, as people write it, the ends of a number are the same. */
const comparedDigits = 9;

/** By what two numbers are compared; empty where a number is too short to be compared. */
export function lastDigitsOf(written: string): string {
  const digits = digitsOf(written);
  return digits.length < fewestDigits ? '' : digits.slice(-comparedDigits);
}

/** Countries of one time zone, or of one where nearly everybody lives, by their number (ITU-T E.164). */
const zones: Readonly<Record<string, string>> = {
  ...{ 20: 'Africa/Cairo', 27: 'Africa/Johannesburg', 30: 'Europe/Athens', 31: 'Europe/Amsterdam' },
  ...{ 32: 'Europe/Brussels', 33: 'Europe/Paris', 34: 'Europe/Madrid', 36: 'Europe/Budapest' },
  ...{ 39: 'Europe/Rome', 40: 'Europe/Bucharest', 41: 'Europe/Zurich', 43: 'Europe/Vienna' },
  ...{ 44: 'Europe/London', 45: 'Europe/Copenhagen', 46: 'Europe/Stockholm', 47: 'Europe/Oslo' },
  ...{ 48: 'Europe/Warsaw', 49: 'Europe/Berlin', 51: 'America/Lima', 54: 'America/Argentina/Buenos_Aires' },
  ...{ 57: 'America/Bogota', 58: 'America/Caracas', 60: 'Asia/Kuala_Lumpur', 63: 'Asia/Manila' },
  ...{ 64: 'Pacific/Auckland', 65: 'Asia/Singapore', 66: 'Asia/Bangkok', 81: 'Asia/Tokyo' },
  ...{ 82: 'Asia/Seoul', 84: 'Asia/Ho_Chi_Minh', 86: 'Asia/Shanghai', 90: 'Europe/Istanbul' },
  ...{ 91: 'Asia/Kolkata', 92: 'Asia/Karachi', 212: 'Africa/Casablanca', 213: 'Africa/Algiers' },
  ...{ 216: 'Africa/Tunis', 218: 'Africa/Tripoli', 234: 'Africa/Lagos', 254: 'Africa/Nairobi' },
  ...{ 351: 'Europe/Lisbon', 352: 'Europe/Luxembourg', 353: 'Europe/Dublin', 354: 'Atlantic/Reykjavik' },
  ...{ 358: 'Europe/Helsinki', 359: 'Europe/Sofia', 370: 'Europe/Vilnius', 371: 'Europe/Riga' },
  ...{ 372: 'Europe/Tallinn', 380: 'Europe/Kyiv', 381: 'Europe/Belgrade', 385: 'Europe/Zagreb' },
  ...{ 386: 'Europe/Ljubljana', 420: 'Europe/Prague', 421: 'Europe/Bratislava', 502: 'America/Guatemala' },
  ...{ 503: 'America/El_Salvador', 506: 'America/Costa_Rica', 507: 'America/Panama' },
  ...{ 591: 'America/La_Paz', 595: 'America/Asuncion', 598: 'America/Montevideo', 852: 'Asia/Hong_Kong' },
  ...{ 886: 'Asia/Taipei', 961: 'Asia/Beirut', 962: 'Asia/Amman', 964: 'Asia/Baghdad' },
  ...{ 965: 'Asia/Kuwait', 966: 'Asia/Riyadh', 968: 'Asia/Muscat', 971: 'Asia/Dubai' },
  ...{ 972: 'Asia/Jerusalem', 973: 'Asia/Bahrain', 974: 'Asia/Qatar' },
};

/** The time zone of the country that an international number belongs to; null where it has several, or none is written. */
export function phoneZone(written: string): string | null {
  const international = /^\s*(?:\+|00)/u.exec(written);
  if (!international) return null;
  const digits = digitsOf(written.slice(international[0].length));
  const code = [3, 2].map((length) => digits.slice(0, length)).find((each) => zones[each] !== undefined);
  return code === undefined ? null : (zones[code] ?? null);
}
