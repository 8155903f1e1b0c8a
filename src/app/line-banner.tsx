import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLineState } from '../rpc/use-core.ts';
import classes from './line-banner.module.css';

/** A blink of the line is nobody's business. */
const patienceMilliseconds = 600;

/** Says quietly that the core is away, that nothing acknowledged is lost, and that it is coming back. */
export function LineBanner() {
  const { t } = useTranslation();
  const state = useLineState();
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (state === 'ready') return undefined;
    const timer = setTimeout(() => setLate(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status" className={classes['place']}>
      {late && <p className={classes['banner']}>{t(`line.${state}`)}</p>}
    </div>
  );
}
