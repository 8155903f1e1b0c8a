import { useTranslation } from 'react-i18next';
import { standingOf, type OutboxLine } from '../../../electron/shared/outbox-standing.ts';
import { useSecondsTo } from '../../components/countdown/use-seconds-to.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';

/** Where a reply stands and, where it is known, when that changes. */
export function StandingText({ line }: { readonly line: OutboxLine }) {
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const now = useNow();
  const standing = standingOf(line);
  const time = (at: string) => formats.shortTime(at, now);
  switch (standing) {
    case 'leaving':
      return <Countdown until={line.notBefore} />;
    case 'later':
      return <strong>{t('standing.later', { time: formats.exactTime(line.notBefore) })}</strong>;
    case 'again':
      return (
        <strong>
          {t('standing.again', { tried: t('tries', { count: line.attempts }), time: time(line.notBefore) })}
        </strong>
      );
    case 'sent':
      return (
        <strong>
          {t('standing.sent', { time: time(line.sentAt ?? line.createdAt) })}
          {line.filing === 'failed' && ` ${t('standing.notFiled')}`}
        </strong>
      );
    default:
      return <strong>{t(`standing.${standing}`)}</strong>;
  }
}

function Countdown({ until }: { readonly until: string }) {
  const { t } = useTranslation('outbox');
  const left = useSecondsTo(Date.parse(until));
  return <strong>{left > 0 ? t('standing.leavingIn', { count: left }) : t('standing.leaving')}</strong>;
}
