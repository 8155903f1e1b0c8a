import type { SendingQuestion } from '../../../../shared/composing.ts';
import { LiaisonError, type ErrorCode } from '../../../../shared/errors.ts';
import { questionsBefore } from '../../../../shared/sending-questions.ts';
import { isDangerous } from '../../conversations/attachment-rules.ts';

const codeOf: Readonly<Record<SendingQuestion, ErrorCode>> = {
  'no-file': 'attachment-missing',
  'dangerous-file': 'attachment-dangerous',
};

interface Asked {
  readonly text: string;
  readonly answered: readonly SendingQuestion[];
}

/** @throws LiaisonError `attachment-missing`, `attachment-dangerous` where nobody has said that it is meant */
export function mustBeAnswered(
  { text, answered }: Asked,
  files: readonly { readonly name: string; readonly type: string }[],
): void {
  const asked = questionsBefore({ text, files: files.map((file) => ({ dangerous: isDangerous(file) })) });
  const open = asked.find((question) => !answered.includes(question));
  if (open) throw new LiaisonError(codeOf[open]);
}
