import { useTranslation } from 'react-i18next';
import type { DeliveryFailure } from '../../../../electron/shared/conversations.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './message-card.module.css';

/** Whom a message of ours did not reach, and what the server said of it: its words, in its language. */
export function Bounced({ failures }: { readonly failures: readonly DeliveryFailure[] }) {
  const { t } = useTranslation('inbox');
  return failures.map(({ address, reason, status }) => {
    const words = reason || status;
    return (
      <div key={address} className={classes['warning']} role="note">
        <Icon name="warning" size={14} />
        <span>
          {address === '' ? t('message.notReachedSomebody') : t('message.notReached', { address })}
          {words !== '' && (
            <span className={classes['said']}>
              {t('message.serverSaid')} <bdi>{words}</bdi>
            </span>
          )}
        </span>
      </div>
    );
  });
}
