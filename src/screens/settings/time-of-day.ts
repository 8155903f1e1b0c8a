const pattern = /^(?<hours>[01]\d|2[0-3]):(?<minutes>[0-5]\d)/;

/** Minutes after midnight as a time field writes them: `07:05`. */
export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What a time field says, in minutes after midnight; null where it is empty. */
export function minuteOfTime(time: string): number | null {
  const { hours, minutes } = pattern.exec(time)?.groups ?? {};
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
