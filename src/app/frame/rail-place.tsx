import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon, type IconName } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './rail.module.css';

interface RailPlaceProps {
  readonly to: string;
  /** Whether one stands there. */
  readonly here: boolean;
  readonly icon: IconName;
  readonly label: string;
  readonly count?: number;
  /** What is counted, in words; else what waits for an answer. */
  readonly countLabel?: string;
}

export const RailPlace = memo(function RailPlace(props: RailPlaceProps) {
  const { to, here, icon, label, count = 0, countLabel } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Link to={to} className={classes['place']} aria-current={here ? 'page' : undefined} title={label}>
      <Icon name={icon} size={20} />
      <span className={classes['label']}>{label}</span>
      {count > 0 && (
        <span className={classes['count']} aria-label={countLabel ?? t('rail.unanswered', { count })}>
          {formats.number(count)}
        </span>
      )}
    </Link>
  );
});
