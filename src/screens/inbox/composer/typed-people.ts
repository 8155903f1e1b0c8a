/** What stands in the fields of the recipients without being one of them: nobody is left out because of a slip. */
export interface TypedPeople {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
}

export const nothingTyped: TypedPeople = { to: '', cc: '', bcc: '' };

export const isTyped = (typed: TypedPeople): boolean =>
  Object.values(typed).some((text: string) => text.trim() !== '');
