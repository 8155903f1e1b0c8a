import type { FailedRecipient } from '../../../shared/received.ts';
import { firstOf, type HeaderFields } from './header-lines.ts';
import type { ParsedMessage } from './parse-protocol.ts';
import { addressIn, inOneLine, type ReportPart } from './report-parts.ts';

const failureSubject =
  /undeliver|un-?deliver|returned? (?:mail|to sender)|returned to sender|delivery (?:status notification ?\(failure\)|has failed|failure|failed|problem|error|report)|(?:mail|message|delivery) (?:delivery )?(?:failure|failed|error|could not be)|failure (?:notice|delivery)|non ?remis|unzustellbar|no se (?:ha )?(?:pudo|podido) entregar|配信|送信|\bNDN\b|non[- ]?delivery|permanent(?:e)? (?:error|fail)/i;
const stillTrying =
  /\bdelay|warning\b|not yet (?:been )?delivered|will (?:be |continue to )?(?:re)?tr(?:y|ied)|still trying|you do not need to resend/i;
const failureWords =
  /could ?n[o']?t be (?:delivered|sent)|not (?:be )?delivered|undeliverable|unable to deliver|delivery (?:\w+ ){0,3}failed|failed (?:permanently|to deliver)|permanent (?:fatal )?errors?|permanent failure|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable|not found)|does not exist|address(?:ee)? (?:is )?(?:unknown|rejected)|rejected|not found|aborted after|malformed|\b5\.\d{1,3}\.\d{1,3}\b|\b55\d\b/i;

const machine = /^(?:mailer-daemon|post_?master|mail-daemon|mdaemon|mail\.delivery\.system)\b/i;
/** More words than any report needs for its own part. */
const mostWords = 20_000;

interface Report {
  readonly fields: HeaderFields;
  readonly message: ParsedMessage;
  readonly parts: readonly ReportPart[];
}

/** A report of a server's own kind: a machine's mail that says in words that a message came back. */
export function failedInWords(report: Report): FailedRecipient[] {
  const { fields, message, parts } = report;
  const words = parts
    .map((part) => part.text)
    .join('\n')
    .slice(0, mostWords);
  const listed = firstOf(fields, 'x-failed-recipients').split(',').map(addressIn).filter(Boolean);
  if (listed.length === 0 && !saysFailure(report, words)) return [];
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '';
  const reason = inOneLine(reasonIn(words));
  const own = new Set(message.to.map((person) => person.address));
  const named = [...words.matchAll(/\S{1,80}@\S{1,253}/g)].map(([word]) => addressIn(word));
  const addresses = listed.length > 0 ? listed : [named.find((one) => one !== '' && !own.has(one)) ?? ''];
  return addresses.map((address) => ({ address, status, reason }));
}

function saysFailure({ fields, message, parts }: Report, words: string): boolean {
  const { subject } = message;
  const isMachine = machine.test(message.from.address);
  // A person's absence (RFC 3834); some servers call their reports the same.
  if (/^auto-replied/i.test(firstOf(fields, 'auto-submitted')) && !isMachine) return false;
  if (stillTrying.test(subject)) return false;
  if (failureSubject.test(subject)) return isMachine || failureWords.test(words);
  const returned = parts.some(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers');
  return (isMachine || returned) && failureWords.test(words) && !stillTrying.test(words.slice(0, 1_000));
}

/** The line in which a server gives its answer, else the one that says what failed. */
function reasonIn(words: string): string {
  const lines = words.split(/\r?\n/).map((line) => line.trim());
  return (
    lines.find((line) => /(?:^|[^\d.])5\d\d[ -]/.test(line) && /[a-z]{3}/i.test(line)) ??
    lines.find((line) => /\b5\.\d{1,3}\.\d{1,3}\b/.test(line)) ??
    lines.find((line) => failureWords.test(line)) ??
    ''
  );
}
